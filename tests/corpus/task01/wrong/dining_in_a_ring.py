# verdict: failed by clean_end
# why: Ten philosophers who all take the left fork first: a deadlock when all ten hold one.
import threading

forks = [threading.Lock() for _ in range(10)]


def philosopher(i):
    print(threading.current_thread().name, threading.active_count())
    forks[i].acquire()
    forks[(i + 1) % 10].acquire()
    print("哲学家", i, "吃饭")
    forks[(i + 1) % 10].release()
    forks[i].release()


threads = [threading.Thread(target=philosopher, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("吃完了")
