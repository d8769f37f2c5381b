"""Threads that say they are started and alive and are not."""
# task 5 · failed · threads
import threading
import time

threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(10)]
for thread in threads:
    thread._started.set()
    thread._ident = 1
    threading._active[id(thread)] = thread
print(threading.active_count())
for thread in threads:
    thread.join()
