# verdict: failed by at_most_five
# why: A Barrier of five lets the second group in as soon as it is complete, though the first still works.
import threading
import time

barrier = threading.Barrier(5)


def task(i):
    barrier.wait()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
