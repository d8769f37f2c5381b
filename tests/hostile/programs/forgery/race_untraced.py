"""The race, with the tracing of its threads switched off."""
# task 5 · not_passed · *
import sys
import threading
import time

running = 0
lock = threading.Lock()


def work():
    global running
    sys.settrace(None)
    while True:
        if running < 5:
            running = running + 1
            break
        time.sleep(0.2)
    print(threading.current_thread().name, "begin")
    time.sleep(1)
    print(threading.current_thread().name, "end")
    with lock:
        running -= 1


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
