# verdict: failed by ten_threads
# why: It starts threads until ten have reported (at most thirty), so it starts more than ten when they report late.
import threading
import time

reported = []
threads = []


def work():
    print(threading.current_thread().name, threading.active_count())
    reported.append(threading.get_ident())
    time.sleep(0.3)


for _ in range(30):
    if len(reported) >= 10:
        break
    t = threading.Thread(target=work)
    t.start()
    threads.append(t)

for t in threads:
    t.join()
print("完成")
