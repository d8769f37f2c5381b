# verdict: failed by clean_end
# why: The global that the children add to is defined after they are started, a NameError when one is quick.
import threading
import time


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.05)
    results.append(threading.get_ident())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
results = []
for t in threads:
    t.join()
print("主线程结束")
