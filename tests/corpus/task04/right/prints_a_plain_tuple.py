# verdict: passed
# why: Six numbers of localtime() are a current time too.
import threading, time
locks=[threading.Lock() for _ in range(10)]
for l in locks: l.acquire()
def work(l):
    with l: print("now", time.localtime()[:6])
ts=[threading.Thread(target=work,args=(l,)) for l in locks]
for t in ts: t.start()
for i in range(10, 0, -1):
    print("T-", i); time.sleep(1)
for l in locks: l.release()
for t in ts: t.join()
