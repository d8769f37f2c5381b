# verdict: failed by clean_end
# why: notify() wakes one waiter, which may not be the one whose turn it is: then all of them wait for ever.
import threading

turn = 0
cond = threading.Condition()


def work(n):
    global turn
    print(threading.current_thread().name, threading.active_count())
    with cond:
        while turn != n:
            cond.wait()
        print("轮到", n)
        turn += 1
        cond.notify()


threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
