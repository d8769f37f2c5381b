# verdict: failed by clean_end
# why: os._exit in the main process is wrong for every task, even with code 0.
import os
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
sys.stdout.flush()
os._exit(0)
