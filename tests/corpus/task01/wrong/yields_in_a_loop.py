# verdict: failed by no_spin
# why: time.sleep(0) gives way for an instant and spins all the same.
import threading
import time

done = []


def work():
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.1)
    done.append(True)


for _ in range(10):
    threading.Thread(target=work).start()
while len(done) < 10:
    time.sleep(0)
print("主线程结束")
