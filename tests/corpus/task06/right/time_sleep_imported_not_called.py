# verdict: passed
# why: time.sleep is imported and never called.
from threading import Timer
from time import sleep, time


def hello():
    print('Hello, World!')
    # sleep(30)  <- 题目不允许


start = time()
t = Timer(30, hello)
t.start()
t.join()
print('用时 %.1f 秒' % (time() - start))
