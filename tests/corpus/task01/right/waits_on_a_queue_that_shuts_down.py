# verdict: passed
# why: The last child shuts the queue down, and main takes tokens until the queue says so.
# python: >=3.13
import queue
import threading

tokens = queue.Queue()
lock = threading.Lock()
left = 10


def work():
    global left
    print(threading.current_thread().name, threading.active_count())
    with lock:
        left -= 1
        tokens.put("token")
        if left == 0:
            tokens.shutdown()


for _ in range(10):
    threading.Thread(target=work).start()

taken = 0
while True:
    try:
        tokens.get()
    except queue.ShutDown:
        break
    taken += 1
print("took", taken, "tokens")
