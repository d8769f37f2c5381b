"""Thread.start only runs the function."""
# task 5 · failed · threads
import threading
import time

threading.Thread.start = lambda self: self.run()
threading.Thread.join = lambda self, timeout=None: None
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
