# verdict: passed
# why: A Timer only sounds the alarm here (it sets the event), so it is no eleventh child.
import threading

go = threading.Event()


def work():
    go.wait()
    print(threading.current_thread().name, threading.active_count())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
gun = threading.Timer(0.5, go.set)
gun.start()
for t in threads:
    t.join()
gun.join()
print("done")
