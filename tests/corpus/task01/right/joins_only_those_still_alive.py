# verdict: passed
# why: Skipping the join of a thread that is no longer alive skips nothing.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


threads = []
for i in range(10):
    t = threading.Thread(target=work)
    threads.append(t)
    t.start()
for t in threads:
    if t.is_alive():
        print("waiting for", t.name)
        t.join()
print("nobody is alive any more")
