# verdict: passed
# why: The children block in the result() of a Future that main fulfils.
import threading
import time
from concurrent.futures import Future
from datetime import datetime

gun = Future()


def child():
    word = gun.result()
    print(threading.current_thread().name, word, datetime.now())


threads = [threading.Thread(target=child) for _ in range(10)]
for t in threads:
    t.start()
time.sleep(10)
gun.set_result('出发')
for t in threads:
    t.join()
