# verdict: passed
# why: The main thread waits in Queue.join() for the ten task_done() calls that end the children.
import queue
import threading

q = queue.Queue()
for i in range(10):
    q.put(i)


def work():
    n = q.get()
    print("拿到", n, threading.current_thread().name, threading.active_count())
    q.task_done()


for i in range(10):
    threading.Thread(target=work).start()
q.join()
print("队列清空，主线程结束")
