# verdict: passed
# why: Each of the first five opens the door for one of the second five.
import threading
import time

done = [threading.Event() for _ in range(10)]


def task(i):
    if i > 4:
        done[i - 5].wait()
    print(threading.current_thread().name, 'begin')
    time.sleep(1)
    print(threading.current_thread().name, 'end')
    done[i].set()


for i in range(10):
    threading.Thread(target=task, args=(i,), name=f'chain-{i}').start()
