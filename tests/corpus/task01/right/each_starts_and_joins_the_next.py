# verdict: passed
# why: Each thread starts the next one and joins it before it ends, so main needs to join only the first.
import threading


def link(depth):
    print("  " * depth + threading.current_thread().name, threading.active_count())
    if depth < 10:
        following = threading.Thread(target=link, args=(depth + 1,))
        following.start()
        following.join()


first = threading.Thread(target=link, args=(1,))
first.start()
first.join()
print("the chain is done")
