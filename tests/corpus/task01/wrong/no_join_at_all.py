# verdict: failed by main_waits
# why: The main thread goes on to its last line at once and leaves the waiting to the interpreter's exit.
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


for i in range(10):
    threading.Thread(target=work).start()
print("主线程结束")
