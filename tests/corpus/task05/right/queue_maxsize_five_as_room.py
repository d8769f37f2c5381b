# verdict: passed
# why: A queue with room for five is the work room: put to enter, get to leave.
import queue
import threading
import time

room = queue.Queue(maxsize=5)


def visit(i):
    room.put(i)
    print('enter', i)
    time.sleep(0.8)
    print('leave', i)
    room.get()


visitors = [threading.Thread(target=visit, args=(i,)) for i in range(10)]
for v in visitors:
    v.start()
for v in visitors:
    v.join()
