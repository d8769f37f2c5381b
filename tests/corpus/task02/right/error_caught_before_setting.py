# verdict: passed
# why: Each child first runs into the missing attribute, catches the AttributeError, and sets it.
import threading

local = threading.local()


def work():
    try:
        print(local.name)
    except AttributeError:
        local.name = "Alex"
        print("没有就创建:", local.name)


threads = []
for i in range(0, 10):
    th = threading.Thread(target=work, name="thread" + str(i))
    threads.append(th)
for th in threads:
    th.setDaemon(False)
    th.start()
for th in threads:
    th.join()
