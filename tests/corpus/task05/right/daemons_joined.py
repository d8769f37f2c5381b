# verdict: passed
# why: Daemon threads, all of them joined.
import threading
import time

sem = threading.Semaphore(5)


def task(n):
    with sem:
        print(n, 'begin')
        time.sleep(1)
        print(n, 'end')


threads = []
for n in range(10):
    t = threading.Thread(target=task, args=(n,))
    t.daemon = True
    t.start()
    threads.append(t)
for t in threads:
    t.join()
