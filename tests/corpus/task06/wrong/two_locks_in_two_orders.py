# verdict: failed by clean_end
# why: After hello the Timer and main take two locks in opposite orders and can deadlock.
import threading

a = threading.Lock()
b = threading.Lock()


def hello():
    print('Hello, World!')


def ring():
    hello()
    with a:
        with b:
            print('计时器结束')


threading.Timer(30, ring).start()
threading.Event().wait(30)
with b:
    with a:
        print('主线程结束')
