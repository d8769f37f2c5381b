# verdict: failed by clean_end
# why: Two threads can read the same total, and main then waits for a tenth that never comes.
import threading
import time

sem = threading.Semaphore(5)
all_done = threading.Event()
stat = {'done': 0}


def task(i):
    with sem:
        print(i, 'begin')
        time.sleep(1)
        print(i, 'end')
    stat['done'] = stat.get('done') + 1
    if stat['done'] == 10:
        all_done.set()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
all_done.wait()
