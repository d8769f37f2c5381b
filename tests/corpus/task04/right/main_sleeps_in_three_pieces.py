# verdict: passed
# why: Three, three and four seconds add up to ten; the start is a plain Event.
import threading as td
import time as tm

e = td.Event()
l = []
def t(x):
    e.wait()
    l.append(x)
    print(x, tm.time())

for x in 'abcdefghij':
    td.Thread(target=t, args=x).start()

tm.sleep(3)
print('3秒过去了')
tm.sleep(3)
print('6秒过去了')
tm.sleep(4)
print('10秒过去了')
e.set()
