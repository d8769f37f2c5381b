"""The race, with the monitoring tool taken away (3.12 and later)."""
# task 5 · not_passed · *
import sys
import threading
import time

if hasattr(sys, "monitoring"):
    sys.monitoring.free_tool_id(3)

running = 0
lock = threading.Lock()


def work():
    global running
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
