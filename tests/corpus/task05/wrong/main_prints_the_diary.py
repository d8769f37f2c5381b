# verdict: failed by begin_and_end
# also: five_at_once
# why: The threads only collect their lines; main prints them at the end.
import threading
import time

sem = threading.Semaphore(5)
diary = []


def task(i):
    with sem:
        diary.append(f'{i} begin')
        time.sleep(1)
        diary.append(f'{i} end')


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print('\n'.join(diary))
