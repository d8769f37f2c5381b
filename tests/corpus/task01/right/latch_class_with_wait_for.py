# verdict: passed
# why: A CountDownLatch class as Java has it, counted down in a finally clause.
import threading


class CountDownLatch:
    def __init__(self, count):
        self.count = count
        self.zero = threading.Condition()

    def count_down(self):
        with self.zero:
            self.count -= 1
            if self.count == 0:
                self.zero.notify_all()

    def wait(self):
        with self.zero:
            self.zero.wait_for(lambda: self.count == 0)


latch = CountDownLatch(10)


def work():
    try:
        print("thread", threading.current_thread().name, "count", threading.active_count())
    finally:
        latch.count_down()


for _ in range(10):
    threading.Thread(target=work).start()
latch.wait()
print("latch is open")
