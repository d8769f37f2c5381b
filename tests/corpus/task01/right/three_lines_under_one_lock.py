# verdict: passed
# why: The lock is taken first, and name and count are read while it is held.
import threading

lock = threading.Lock()


def work():
    lock.acquire()
    try:
        n = threading.active_count()
        print("线程名: %s" % threading.current_thread().name)
        print("活跃数: %d" % n)
        print("-" * 20)
    finally:
        lock.release()


if __name__ == '__main__':
    l = []
    for i in range(10):
        p = threading.Thread(target=work, name='t%d' % i)
        l.append(p)
    for p in l:
        p.start()
    for p in l:
        p.join()
    print('ok')
