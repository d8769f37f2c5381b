# verdict: passed
# why: A line on standard output counts, whatever wrote it, and this one was written with os.write.
import os
import threading


def work():
    line = "{} {}\n".format(threading.current_thread().name, threading.active_count())
    os.write(1, line.encode())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
os.write(1, b"main\n")
