# verdict: failed by no_spin
# why: The counting is right, but who finds it full tries again without a pause.
import threading
import time

lock = threading.Lock()
running = 0


def task(i):
    global running
    while True:
        with lock:
            if running < 5:
                running += 1
                break
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with lock:
        running -= 1


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
