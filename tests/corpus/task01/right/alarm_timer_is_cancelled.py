# verdict: passed
# why: A Timer that would only complain after a minute is cancelled at the end.
import threading
import time


def complain():
    print("怎么还没结束？")


alarm = threading.Timer(60, complain)
alarm.daemon = True
alarm.start()


def work():
    time.sleep(0.1)
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
alarm.cancel()
print("没有超时")
