# verdict: passed
# why: One lambda with all the steps in a tuple; ugly, and it keeps the rule.
import threading, time
s = threading.Semaphore(5)
f = lambda i: (s.acquire(), print(i, '开始'), time.sleep(1), print(i, '结束'), s.release())
[threading.Thread(target=f, args=(i,)).start() for i in range(10)]
