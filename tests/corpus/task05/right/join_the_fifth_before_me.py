# verdict: passed
# why: Thread number n joins thread n-5 before it begins.
import threading
import time

threads = []


def task(n):
    if n >= 5:
        threads[n - 5].join()
    print('begin', n)
    time.sleep(1)
    print('end', n)


for n in range(10):
    threads.append(threading.Thread(target=task, args=(n,)))
for t in threads:
    t.start()
