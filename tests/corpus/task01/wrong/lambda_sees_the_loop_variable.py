# verdict: failed by own_name
# why: The lambda reads the loop variable t, which is already the next thread when a child starts late.
import threading

threads = []
for i in range(10):
    t = threading.Thread(target=lambda: print(t.name, threading.active_count()))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print("主线程结束")
