# verdict: failed by ten_threads
# why: One thread prints the name and another the count: twenty threads instead of ten.
import threading


def who():
    print("名字", threading.current_thread().name, threading.active_count())


def how_many():
    print("数量", threading.current_thread().name, threading.active_count())


threads = []
for i in range(10):
    threads.append(threading.Thread(target=who))
    threads.append(threading.Thread(target=how_many))
for t in threads:
    t.start()
for t in threads:
    t.join()
