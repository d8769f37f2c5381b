# verdict: failed by clean_end
# why: Main sets an attribute after the start, and a quick child reads it before it is there.
import threading


def work():
    me = threading.current_thread()
    print(me.name, threading.active_count())
    print("编号", me.number)


threads = []
for i in range(10):
    t = threading.Thread(target=work)
    t.start()
    t.number = i
    threads.append(t)
for t in threads:
    t.join()
print("主线程结束")
