# verdict: failed by at_most_five
# why: Main gives one release() as a start signal, which makes it six places.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
sem.release()      # 开始!
for t in threads:
    t.join()
