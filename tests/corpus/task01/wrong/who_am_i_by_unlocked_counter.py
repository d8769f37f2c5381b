# verdict: failed by own_name
# why: Each child takes the next place in the list as its own, which is wrong when they do not begin in the order of their start.
import threading

threads = []
turn = 0


def work():
    global turn
    mine = turn
    turn = mine + 1
    print(threads[mine].name, "|", threading.active_count())


for i in range(10):
    t = threading.Thread(target=work)
    threads.append(t)
for t in threads:
    t.start()
for t in threads:
    t.join()
