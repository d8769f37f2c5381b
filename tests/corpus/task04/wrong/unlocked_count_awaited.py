# verdict: failed by clean_end
# why: The last child should wake main, but a lost update means that nobody is the last.
import threading
import time

start = threading.Event()
finished = threading.Event()
state = {'remaining': 10}


def task(i):
    start.wait()
    print(i, time.ctime())
    left = state.get('remaining') - 1
    state['remaining'] = left
    if left == 0:
        finished.set()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
start.set()
finished.wait()
