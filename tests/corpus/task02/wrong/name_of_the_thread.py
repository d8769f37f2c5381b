# verdict: failed by private_name
# why: Thread(name="Alex") names the thread; that is no thread-private variable.
# also: one_object
import threading


def work():
    print(threading.current_thread().name)


threads = [threading.Thread(target=work, name="Alex") for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
