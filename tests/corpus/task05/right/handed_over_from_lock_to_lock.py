# verdict: passed
# why: Who ends opens the private lock of the longest waiting thread.
import collections
import threading
import time

guard = threading.Lock()
free = 5
waiting = collections.deque()


def enter():
    global free
    with guard:
        if free > 0:
            free -= 1
            return
        my_turn = threading.Lock()
        my_turn.acquire()
        waiting.append(my_turn)
    my_turn.acquire()       # 等别人放行


def leave():
    global free
    with guard:
        if waiting:
            waiting.popleft().release()     # 位置直接让给他
        else:
            free += 1


def task(i):
    enter()
    print('begin', i)
    time.sleep(1)
    print('end', i)
    leave()


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
