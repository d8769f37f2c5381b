# verdict: passed
# why: All ten threads bear the same name, and each prints it: it is its own Thread.name.
import threading
import time


def say():
    print("name:", threading.current_thread().name, "count:", threading.active_count())
    time.sleep(0.05)


crew = [threading.Thread(target=say, name="小蜜蜂") for _ in range(10)]
for c in crew:
    c.start()
for c in crew:
    c.join()
print("over")
