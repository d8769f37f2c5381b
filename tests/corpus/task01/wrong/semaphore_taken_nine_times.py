# verdict: failed by main_waits
# why: Off by one: main takes nine of the ten permits that the children release.
import threading

done = threading.Semaphore(0)


def work():
    print(threading.current_thread().name, threading.active_count())
    done.release()


for _ in range(10):
    threading.Thread(target=work).start()
for _ in range(9):
    done.acquire()
print("主线程结束")
