# verdict: failed by clean_end
# why: Check then act: two children may both see the one spare token, and the second pop raises IndexError.
import threading

spare = ["只有一张票"]


def work():
    print(threading.current_thread().name, threading.active_count())
    if spare:
        spare.pop()


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
