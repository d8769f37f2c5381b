# verdict: passed
# why: Main first makes sure that all ten have arrived, then sleeps its ten seconds, then opens.
import threading
import time

arrived = threading.Semaphore(0)
go = threading.Event()


def child(i):
    arrived.release()
    go.wait()
    print('child', i, time.strftime('%H:%M:%S'))


threads = [threading.Thread(target=child, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    arrived.acquire()
print('十个线程都到了')
time.sleep(10)
go.set()
for t in threads:
    t.join()
