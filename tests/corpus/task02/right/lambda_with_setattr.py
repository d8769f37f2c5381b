# verdict: passed
# why: The target is a lambda that calls the local's setattr.
import threading

tl = threading.local()
ts = [threading.Thread(target=lambda: (setattr(tl, "name", "Alex"), print(tl.name))) for i in range(10)]
for t in ts: t.start()
for t in ts: t.join()
