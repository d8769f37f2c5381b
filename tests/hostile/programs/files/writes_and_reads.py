"""Task 5 done right, with a log file in its own folder that must not be there yet."""
# task 5 · passed · *
import os
import threading
import time

assert not os.path.exists("log.txt") and not os.path.exists("logs")
os.mkdir("logs")
places = threading.Semaphore(5)
with open("log.txt", "w") as log:
    log.write("start\n")


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
with open("log.txt", "a") as log:
    log.write("end\n")
assert open("log.txt").read() == "start\nend\n"
