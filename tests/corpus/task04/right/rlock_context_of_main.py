# verdict: passed
# why: The children queue up at an RLock which main holds in a with block around its sleep.
import threading
import time

gate = threading.RLock()


class Child(threading.Thread):
    def run(self):
        gate.acquire()
        try:
            now = time.localtime()
            print('%s -> %02d:%02d:%02d' % (self.name, now.tm_hour, now.tm_min, now.tm_sec))
        finally:
            gate.release()


with gate:
    children = [Child(name='child-%d' % i) for i in range(1, 11)]
    for c in children:
        c.start()
    time.sleep(10)

for c in children:
    c.join()
