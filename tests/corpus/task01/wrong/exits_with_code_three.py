# verdict: failed by clean_end
# why: sys.exit(3) is a non-zero exit.
import sys
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
sys.exit(3)
