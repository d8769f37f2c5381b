# verdict: failed by clean_end
# why: A child that starts its work too late makes the program end with exit code 1: the result depends on the machine's speed.
import sys
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.2)


begin = time.monotonic()
threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
if time.monotonic() - begin > 0.3:
    sys.exit(1)
