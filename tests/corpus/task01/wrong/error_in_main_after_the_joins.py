# verdict: failed by clean_end
# why: The main thread dies of a TypeError in its last line.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("一共 " + len(threads) + " 个线程")
