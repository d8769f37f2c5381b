# verdict: failed by at_most_five
# also: begin_and_end
# why: The place is given back before the end line, so a sixth can begin while five have not ended.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    sem.acquire()
    print(i, 'begin')
    time.sleep(1)
    sem.release()
    print(i, 'end')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
