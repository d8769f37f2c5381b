# verdict: passed
# why: Main takes the only permit before the start; the children hand it on afterwards.
import threading
import time

sem = threading.BoundedSemaphore(1)
sem.acquire()


def child():
    with sem:
        t = time.localtime()
        print(t.tm_hour, t.tm_min, t.tm_sec, sep=':')


for i in range(10):
    threading.Thread(target=child).start()
time.sleep(10)
sem.release()
