# verdict: passed
# why: A semaphore of the student's own, made from a Condition.
import threading
import time


class MySemaphore:
    def __init__(self, value):
        self.value = value
        self.cond = threading.Condition()

    def P(self):
        with self.cond:
            while self.value == 0:
                self.cond.wait()
            self.value -= 1

    def V(self):
        with self.cond:
            self.value += 1
            self.cond.notify()


s = MySemaphore(5)


def task(i):
    s.P()
    print('线程', i, '进入')
    time.sleep(1)
    print('线程', i, '离开')
    s.V()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
