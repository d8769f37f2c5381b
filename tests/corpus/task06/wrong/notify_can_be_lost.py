# verdict: failed by clean_end
# why: The Timer notifies without a state flag; a thread that comes to wait() just after it waits for ever.
import threading

cond = threading.Condition()


def hello():
    print('Hello, World!')


def ring():
    hello()
    with cond:
        cond.notify()


def say_goodbye():
    threading.Event().wait(30)      # 先忙别的
    with cond:
        cond.wait()
    print('再见')


threading.Thread(target=say_goodbye).start()
threading.Timer(30, ring).start()
