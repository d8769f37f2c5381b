# verdict: failed by ten_threads
# also: private_name, one_object
# why: t.run() runs in the main thread; no thread is ever started.
import threading

local = threading.local()


class T(threading.Thread):
    def run(self):
        local.name = "Alex"


for _ in range(10):
    t = T()
    t.run()
