# verdict: failed by private_name
# why: A function argument is no thread-private storage, even when it is "Alex".
# also: one_object
import threading


def work(name):
    print(threading.current_thread().name, name)


threads = [threading.Thread(target=work, kwargs={"name": "Alex"}) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
