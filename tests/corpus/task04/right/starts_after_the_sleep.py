# verdict: passed without started_and_blocked
# why: The ten are only started after the sleep, so they have waited for nothing.
import threading
import time


def task():
    print(threading.current_thread().name, time.ctime())


if __name__ == '__main__':
    time.sleep(10)
    for i in range(10):
        threading.Thread(target=task).start()
