# verdict: failed by main_waits
# why: q.empty() may be true before the last children have put their token.
import queue
import threading

q = queue.Queue()


def work():
    print(threading.current_thread().name, threading.active_count())
    q.put("done")


for _ in range(10):
    threading.Thread(target=work).start()
q.get()
while not q.empty():
    q.get()
print("主线程结束")
