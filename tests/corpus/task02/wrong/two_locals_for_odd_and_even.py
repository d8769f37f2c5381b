# verdict: failed by one_object
# why: Five threads use one local and five another: none serves all ten.
import threading

even, odd = threading.local(), threading.local()


def work(i):
    mine = odd if i % 2 else even
    mine.name = "Alex"


for i in range(10):
    threading.Thread(target=work, args=(i,)).start()
