# verdict: failed by own_name
# why: Only the children with an even number print.
# also: active_count
import threading


def work(i):
    if i % 2 == 0:
        print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
