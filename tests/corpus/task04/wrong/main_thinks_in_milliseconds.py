# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: Ten thousandths of a second are not ten seconds.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


def sleep_ms(ms):
    time.sleep(ms / 1000)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
sleep_ms(10)      # 10 秒
event.set()
