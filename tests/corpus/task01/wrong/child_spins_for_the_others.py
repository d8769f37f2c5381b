# verdict: failed by no_spin
# why: Each child spins on a shared list until all ten are there.
import threading

here = []


def work():
    here.append(1)
    while len(here) < 10:
        pass
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
