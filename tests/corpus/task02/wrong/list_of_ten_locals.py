# verdict: failed by one_object
# why: The student makes a list of ten locals and gives one to each thread.
import threading

locals_ = [threading.local() for _ in range(10)]


def work(i):
    locals_[i].name = "Alex"


threads = [threading.Thread(target=work, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
