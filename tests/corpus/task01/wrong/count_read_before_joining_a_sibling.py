# verdict: failed by active_count
# why: The count is read, and then the child joins the one before it, which makes the count untrue.
import threading


def work(before):
    count = threading.active_count()
    if before is not None:
        before.join()
    print(threading.current_thread().name, "active", count)


threads = []
before = None
for _ in range(10):
    before = threading.Thread(target=work, args=(before,))
    before.start()
    threads.append(before)
for t in threads:
    t.join()
