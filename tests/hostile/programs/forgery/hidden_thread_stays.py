"""A right program beside a real thread that nobody announced."""
# task 5 · could_not_judge · *
import threading
import time

start = threading.Thread.start.__globals__["_real_start"]
channel = threading.Thread.start.__globals__["channel"]
channel.active = False
blocker = threading.Thread.start.__globals__["_thread"].allocate_lock()
blocker.acquire()
start(blocker.acquire, ())
channel.active = True
places = threading.Semaphore(5)


def work():
    with places:
        print(threading.current_thread().name, "begin")
        time.sleep(1)
        print(threading.current_thread().name, "end")


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
