# verdict: passed
# why: wait_for on a Condition with a shared state dict; each child wakes the next one.
import datetime
import threading
import time

state = {'awake': False}
cond = threading.Condition()


def child():
    with cond:
        cond.wait_for(lambda: state['awake'])
        print(threading.current_thread().name, datetime.datetime.today())
        cond.notify()


for i in range(10):
    threading.Thread(target=child, name=f'线程-{i}').start()

time.sleep(10)
with cond:
    state['awake'] = True
    cond.notify()
