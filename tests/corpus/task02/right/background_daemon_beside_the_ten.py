# verdict: passed
# why: A background daemon watches meanwhile; it does not count among the ten.
import threading
import time

local = threading.local()
stop = threading.Event()


def watch():
    while not stop.wait(1):
        print("还在运行", threading.active_count())


def work(n):
    local.name = "Alex"
    time.sleep(n / 20)


watcher = threading.Thread(target=watch, daemon=True)
watcher.start()
threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
stop.set()
watcher.join()
