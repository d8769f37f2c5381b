# verdict: passed
# why: active_count() - 1 is the number of active threads without the main one.
from threading import *


class T(Thread):
    def run(self):
        print(self.name + "," + str(active_count() - 1))


x = [T() for i in range(10)]
for i in x: i.start()
for i in x: i.join()
print("主线程,0")
