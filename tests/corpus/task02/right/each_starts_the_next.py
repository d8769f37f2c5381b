# verdict: passed
# why: Each thread sets its attribute and starts the next one, up to ten.
import threading

local = threading.local()


def link(n):
    local.name = "Alex"
    local.n = n
    if n < 10:
        threading.Thread(target=link, args=(n + 1,)).start()
    print(local.n, local.name)


threading.Thread(target=link, args=(1,)).start()
