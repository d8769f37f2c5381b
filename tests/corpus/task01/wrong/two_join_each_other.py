# verdict: failed by clean_end
# why: Each child joins its partner if that is still alive; when both are, they wait for each other for ever.
import threading

threads = []


def work(i):
    print(threading.current_thread().name, threading.active_count())
    partner = threads[i ^ 1]
    if partner.is_alive():
        partner.join()


for i in range(10):
    threads.append(threading.Thread(target=work, args=(i,)))
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
