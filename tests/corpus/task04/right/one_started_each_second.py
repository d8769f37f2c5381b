# verdict: passed
# why: Main starts one child before each of its ten one-second sleeps; all wait for the event.
import threading
import time

done = threading.Event()


def child(i):
    print('线程', i, '启动')
    done.wait()
    print('线程', i, '当前时间', time.ctime())


for i in range(10):
    threading.Thread(target=child, args=(i,)).start()
    time.sleep(1)
done.set()
