# verdict: failed by active_count
# why: The student's own counter counts only children that have begun, not the threads that are active.
import threading

lock = threading.Lock()
running = 0


def work():
    global running
    with lock:
        running += 1
        print(threading.current_thread().name, "running:", running)
    with lock:
        running -= 1


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("all done")
