# verdict: failed by private_name
# why: Main fills in the value after it has started the threads, so a quick child stores an empty string.
import threading
import time

local = threading.local()
config = {}


def work():
    time.sleep(0.05)
    local.name = config.get("name", "")


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
config["name"] = "Alex"
for t in threads:
    t.join()
