# verdict: failed by clean_end
# why: One child divides by zero after its print, and nobody catches it.
import threading


def work(n):
    print(threading.current_thread().name, threading.active_count())
    return 100 / (n - 7)


threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
