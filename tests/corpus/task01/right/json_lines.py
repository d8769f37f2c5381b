# verdict: passed
# why: The words are free: each child prints its name and the count as one JSON object.
import json
import threading


def work():
    print(json.dumps({"thread": threading.current_thread().name, "active": threading.active_count()}))


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
