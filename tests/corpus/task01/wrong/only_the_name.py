# verdict: failed by active_count
# why: The children print their names and no count.
import threading


def work():
    me = threading.current_thread()
    print("当前线程名", me.name, "，当前线程名称", me.name)


threads = [threading.Thread(target=work, name="thread_" + c) for c in "ABCDEFGHIJ"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
