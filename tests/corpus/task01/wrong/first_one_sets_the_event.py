# verdict: failed by main_waits
# why: Every child sets the event at its end, so main goes on when the first is done.
import threading

done = threading.Event()


def work():
    print(threading.current_thread().name, threading.active_count())
    done.set()


for _ in range(10):
    threading.Thread(target=work).start()
done.wait()
print("主线程结束")
