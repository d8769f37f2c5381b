# verdict: passed
# why: A class that extends Thread sets the attribute of a local that the class holds.
import threading


class 我的线程(threading.Thread):
    私有 = threading.local()

    def run(self):
        self.私有.name = "Alex"
        print(self.name, "->", self.私有.name)


线程列表 = [我的线程() for _ in range(10)]
for t in 线程列表:
    t.start()
for t in 线程列表:
    t.join()
