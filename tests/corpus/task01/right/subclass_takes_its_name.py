# verdict: passed
# why: The subclass hands a name of its own to Thread.__init__, and prints it as Thread.name.
from threading import Thread, active_count
import time


class 工人(Thread):
    def __init__(self, 编号, 秒数):
        super().__init__(name="工人-%d" % 编号)
        self.秒数 = 秒数

    def run(self):
        time.sleep(self.秒数)
        print("我是", self.name, "现在活着的线程有", active_count(), "个")


工人们 = []
for k in range(1, 11):
    w = 工人(k, 0.01 * (11 - k))
    w.start()
    工人们.append(w)

for w in 工人们:
    w.join()
print("收工")
