# verdict: passed
# why: Ten Timers whose function does the child's work are ten threads.
from threading import Timer, local

私有 = local()


def 设置():
    私有.name = "Alex"


计时器 = [Timer(0.1 * k, 设置) for k in range(10)]
for t in 计时器:
    t.start()
for t in 计时器:
    t.join()
print("完成")
