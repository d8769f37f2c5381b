# verdict: failed by own_name
# why: The label comes from the loop index; the threads' real names are never read.
import threading


def work(i):
    print("线程名：子线程%d，活跃线程数量：%d" % (i, threading.active_count()))


threads = []
for i in range(10):
    t = threading.Thread(target=work, args=(i,))
    threads.append(t)
    t.start()
for t in threads:
    t.join()
print("主线程结束")
