# verdict: passed
# why: os.fork, and os._exit(0) at the very end after the feeder is done.
import multiprocessing
import os

q = multiprocessing.Queue()
pid = os.fork()
if pid == 0:
    for i in range(3):
        q.put(i)
    q.close()
    q.join_thread()
    os._exit(0)
for _ in range(3):
    print("父进程收到", q.get())
os.waitpid(pid, 0)
