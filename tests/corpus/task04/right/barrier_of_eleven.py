# verdict: passed
# why: Ten children and main meet at a Barrier of eleven, and main comes there only after its sleep.
import threading
import time

barrier = threading.Barrier(11)


def worker():
    barrier.wait()
    print(threading.current_thread().name, time.ctime())


for _ in range(10):
    threading.Thread(target=worker).start()

time.sleep(10)
barrier.wait()
