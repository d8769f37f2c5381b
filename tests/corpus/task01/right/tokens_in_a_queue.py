# verdict: passed
# why: Each child puts a token into a queue as its last act, and main takes ten.
import queue
import threading

tokens = queue.Queue()


def work(i):
    print(f"{i}: {threading.current_thread().name} / {threading.active_count()}")
    tokens.put(i)


for i in range(10):
    threading.Thread(target=work, args=(i,)).start()

order = [tokens.get() for _ in range(10)]
print("finished in the order", order)
