# verdict: failed by ten_threads
# why: t.run() runs in the main thread; no thread is ever started.
# also: private_name, one_object
import threading

local = threading.local()


class T(threading.Thread):
    def run(self):
        local.name = "Alex"


for _ in range(10):
    t = T()
    t.run()
