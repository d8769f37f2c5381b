# verdict: failed by clean_end
# why: left -= 1 without a lock loses a count in a rare order; then the event is never set and main waits for ever.
import threading

left = 10
all_done = threading.Event()


def work():
    global left
    print(threading.current_thread().name, threading.active_count())
    left -= 1
    if left == 0:
        all_done.set()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
all_done.wait()
for t in threads:
    t.join()
print("主线程结束")
