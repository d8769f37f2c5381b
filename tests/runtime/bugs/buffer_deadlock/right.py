"""A bounded buffer that waits for room and items before it takes the mutex."""
import threading

mutex = threading.Lock()
room, items = threading.Semaphore(1), threading.Semaphore(0)
buffer = []


def produce():
    for number in range(2):
        room.acquire()
        with mutex:
            buffer.append(number)
        items.release()


def consume():
    for _ in range(2):
        items.acquire()
        with mutex:
            buffer.pop()
        room.release()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right")
