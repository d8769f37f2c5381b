# verdict: passed
# why: Three Timers of ten seconds, each of which starts the next.
import threading


def hello():
    print('Hello, World!')


def step(n):
    if n == 0:
        hello()
        return
    print('还有', n * 10, '秒')
    threading.Timer(10, step, (n - 1,)).start()


step(3)
