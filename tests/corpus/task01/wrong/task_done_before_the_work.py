# verdict: failed by main_waits
# why: task_done() is called before the work is done, so q.join() may return while children still have lines to run.
import queue
import threading

q = queue.Queue()
for i in range(10):
    q.put(i)


def work():
    i = q.get()
    q.task_done()
    print(i, threading.current_thread().name, threading.active_count())


for _ in range(10):
    threading.Thread(target=work).start()
q.join()
print("主线程结束")
