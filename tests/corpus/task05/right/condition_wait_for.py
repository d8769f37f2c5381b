# verdict: passed
# why: wait_for with a set of the names at work; lines are printed while the lock is held.
import threading
import time

cond = threading.Condition()
at_work = set()


def task():
    me = threading.current_thread().name
    with cond:
        cond.wait_for(lambda: len(at_work) < 5)
        at_work.add(me)
        print('+', me, '现在有', len(at_work), '个')
    time.sleep(1)
    with cond:
        print('-', me, '走了')
        at_work.remove(me)
        cond.notify_all()


threads = [threading.Thread(target=task, name='t%d' % i) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
