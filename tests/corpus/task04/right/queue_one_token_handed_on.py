# verdict: passed
# why: A single token goes from child to child, once main has put it in.
import threading, queue, time
from datetime import datetime as dt

令牌 = queue.Queue(maxsize=1)

def 任务():
    x = 令牌.get()
    print(threading.current_thread().name + ' 时间: ' + str(dt.now()))
    令牌.put(x)      # 传给下一个

线程们 = []
for i in range(10):
    线程 = threading.Thread(target=任务, name='小明%d' % i)
    线程们.append(线程)
for 线程 in 线程们:
    线程.start()
time.sleep(10)
令牌.put(1)
for 线程 in 线程们:
    线程.join()
