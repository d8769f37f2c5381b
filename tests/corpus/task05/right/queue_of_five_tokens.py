# verdict: passed
# why: Five tokens in a queue: who holds one, works.
import queue
import threading
import time

tokens = queue.Queue()
for k in range(5):
    tokens.put('令牌%d' % k)


def task(i):
    token = tokens.get()
    print('线程%d 拿到%s 开始' % (i, token))
    time.sleep(1)
    print('线程%d 归还%s 结束' % (i, token))
    tokens.put(token)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
