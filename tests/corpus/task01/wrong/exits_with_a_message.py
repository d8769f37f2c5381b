# verdict: failed by clean_end
# why: sys.exit with a text prints it on stderr and exits with code 1.
import sys
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
sys.exit("主线程正常结束")
