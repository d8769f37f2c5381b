# verdict: passed
# why: setName, getName, setDaemon and activeCount are old, and still right; a DeprecationWarning is no fault.
import threading


def run():
    t = threading.currentThread()
    print("当前线程名：" + t.getName())
    print("当前活跃线程数量：" + str(threading.activeCount()))
    print("当前线程名称：" + t.getName())


a = []
for i in range(10):
    t = threading.Thread(target=run)
    t.setName("子线程" + str(i))
    t.setDaemon(False)
    a.append(t)
    t.start()

for i in range(10):
    a[i].join()
print("主线程结束")
