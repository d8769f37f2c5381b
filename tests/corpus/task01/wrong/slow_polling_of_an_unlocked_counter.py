# verdict: failed by clean_end
# why: The polling is slow enough, but the counter is changed without a lock; when it loses a count, main polls for ever.
import threading
import time

counter = 0


def work():
    global counter
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.3)
    counter = counter + 1


for _ in range(10):
    threading.Thread(target=work).start()
while counter < 10:
    time.sleep(0.5)
print("主线程结束")
