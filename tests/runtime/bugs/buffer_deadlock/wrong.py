"""A bounded buffer that takes the mutex before it waits for room or for items."""
import threading

mutex = threading.Lock()
room, items = threading.Semaphore(1), threading.Semaphore(0)
buffer = []


def produce():
    for number in range(2):
        with mutex:
            room.acquire()
            buffer.append(number)
            items.release()


def consume():
    for _ in range(2):
        with mutex:
            items.acquire()
            buffer.pop()
            room.release()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
