# verdict: failed by clean_end
# why: An eleventh thread is made, never started, and joined with the rest: RuntimeError in main.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(11)]
for t in threads[:10]:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
