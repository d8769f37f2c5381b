# verdict: passed
# why: Each child releases a semaphore at its end, and main takes it ten times.
import threading

done = threading.Semaphore(0)


def work():
    print("当前线程:", threading.current_thread().name, "活跃:", threading.active_count())
    done.release()


for _ in range(10):
    threading.Thread(target=work).start()
for _ in range(10):
    done.acquire()
print("十个都完成了")
