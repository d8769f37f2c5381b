# verdict: passed
# why: Everything is in lambdas and comprehensions, and all ten joins are really run.
import threading as th

ts = [th.Thread(target=lambda: print(th.current_thread().name, len(th.enumerate()), sep=" | ")) for _ in range(10)]
[t.start() for t in ts]
[t.join() for t in ts]
print("done")
