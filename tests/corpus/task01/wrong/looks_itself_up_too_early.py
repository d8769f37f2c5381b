# verdict: failed by clean_end
# why: The child looks itself up in a list to which main appends only after the start, an IndexError when the child is quick.
import threading

threads = []


def work(i):
    print(threading.current_thread().name, threading.active_count())
    me = threads[i]
    print("我在列表里的编号是", i, me.ident)


for i in range(10):
    t = threading.Thread(target=work, args=(i,))
    t.start()
    threads.append(t)
for t in threads:
    t.join()
print("主线程结束")
