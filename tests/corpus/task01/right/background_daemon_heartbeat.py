# verdict: passed
# why: A background daemon that prints a dot now and then does not count among the ten.
import threading
import time


def heartbeat():
    while True:
        time.sleep(1)
        print("... still going")


threading.Thread(target=heartbeat, name="heartbeat", daemon=True).start()


def work(n):
    time.sleep(0.15 * n)
    print(threading.current_thread().name, "活跃线程数:", threading.active_count())


children = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for c in children:
    c.start()
for c in children:
    c.join()
print("all children joined")
