# verdict: failed by clean_end
# why: After the joins the main thread starts the same threads again, which raises RuntimeError.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("再来一遍")
for t in threads:
    t.start()
