# verdict: passed
# why: The children join the main thread itself, which ends right after its ten seconds.
import threading
import time


def child():
    threading.main_thread().join()
    print(threading.current_thread().name, time.strftime('%H:%M:%S'))


for _ in range(10):
    threading.Thread(target=child).start()

time.sleep(10)
print('主线程结束')
