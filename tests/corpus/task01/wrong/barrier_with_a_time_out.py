# verdict: failed by clean_end
# why: The barrier breaks for everyone when one child is more than five seconds late: BrokenBarrierError, uncaught.
import threading

meet = threading.Barrier(10, timeout=5)


def work():
    print(threading.current_thread().name, threading.active_count())
    meet.wait()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
