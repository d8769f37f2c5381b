# verdict: passed
# why: Whole lines through sys.stdout.write, with a lock so that they do not mix.
import sys
import threading
import time

start = threading.Event()
print_lock = threading.Lock()


def child(i):
    start.wait()
    now = time.time()
    with print_lock:
        sys.stdout.write('child %d: %.6f\n' % (i, now))
        sys.stdout.flush()


for i in range(10):
    threading.Thread(target=child, args=(i,)).start()
time.sleep(10)
start.set()
