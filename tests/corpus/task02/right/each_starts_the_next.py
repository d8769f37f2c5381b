# verdict: passed
# why: Each thread sets its attribute, starts the next one, up to ten, and joins it before it ends.
import threading

local = threading.local()


def link(n):
    local.name = "Alex"
    local.n = n
    if n < 10:
        following = threading.Thread(target=link, args=(n + 1,))
        following.start()
        following.join()
    print(local.n, local.name)


first = threading.Thread(target=link, args=(1,))
first.start()
first.join()
