# verdict: passed
# why: A list of free seats behind a lock, and a semaphore that counts them.
import threading
import time

seats = [1, 2, 3, 4, 5]
seats_lock = threading.Lock()
free = threading.Semaphore(len(seats))


def task(name):
    free.acquire()
    with seats_lock:
        seat = seats.pop()
    print(name, '坐下', seat)
    time.sleep(1)
    print(name, '起身', seat)
    with seats_lock:
        seats.append(seat)
    free.release()


for name in 'ABCDEFGHIJ':
    threading.Thread(target=task, args=(name,)).start()
