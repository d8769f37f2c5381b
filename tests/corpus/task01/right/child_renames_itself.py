# verdict: passed
# why: Each child gives itself a new name first, and prints the name that it has then.
import threading


def work(k):
    threading.current_thread().name = f"renamed-{k * k}"
    print(threading.current_thread().name, "of", threading.active_count(), "active")


threads = [threading.Thread(target=work, args=(k,)) for k in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("bye")
