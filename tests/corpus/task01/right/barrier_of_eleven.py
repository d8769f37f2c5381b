# verdict: passed
# why: The main thread is the eleventh party of a barrier at which each child ends.
import threading

finish = threading.Barrier(11)


def work():
    print(threading.current_thread().name, threading.active_count())
    finish.wait()


for _ in range(10):
    threading.Thread(target=work).start()
finish.wait()
print("all eleven met at the finish")
