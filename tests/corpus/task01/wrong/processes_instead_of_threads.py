# verdict: failed by ten_threads
# why: Ten processes are no threads.
import datetime
import multiprocessing
import threading
import time

data = threading.local()
event = multiprocessing.Event()
places = multiprocessing.Semaphore(5)


def work(i):
    print(multiprocessing.current_process().name, threading.active_count())


if __name__ == "__main__":
    children = [multiprocessing.Process(target=work, args=(i,)) for i in range(10)]
    for child in children:
        child.start()
    for child in children:
        child.join()
