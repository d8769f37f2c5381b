# verdict: passed
# why: The ten need not be alive together, so joining each before the next is fine.
import threading

box = threading.local()


def fill():
    box.name = "Alex"


for i in range(10):
    t = threading.Thread(target=fill)
    t.start()
    t.join()
print("ten threads, one after the other")
