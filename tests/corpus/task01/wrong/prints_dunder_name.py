# verdict: failed by own_name
# why: __name__ is the module's name, not the thread's.
import threading


def work():
    print("线程名 %s，活跃 %d" % (__name__, threading.active_count()))


if __name__ == "__main__":
    threads = [threading.Thread(target=work) for _ in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print("主线程结束")
