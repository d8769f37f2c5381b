# verdict: failed by active_count
# why: The count is read on arrival at the barrier, when the others may not even be started, and printed behind it.
import threading

meet = threading.Barrier(10)


def work():
    seen = len(threading.enumerate())
    meet.wait()
    print(f"{threading.current_thread().name} 活跃 {seen}")


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
