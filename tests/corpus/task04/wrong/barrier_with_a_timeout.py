# verdict: failed by clean_end
# also: prints_time
# why: The children give the barrier ten seconds, and it can break just when main arrives.
import threading
import time

barrier = threading.Barrier(11)


def task(i):
    barrier.wait(timeout=10)
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
barrier.wait()
