# verdict: failed by together
# why: The main thread joins the oldest whenever three are running, so that at most three are alive.
import collections
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


running = collections.deque()
for _ in range(10):
    if len(running) == 3:
        running.popleft().join()
    t = threading.Thread(target=work)
    t.start()
    running.append(t)
while running:
    running.popleft().join()
print("all ten were joined")
