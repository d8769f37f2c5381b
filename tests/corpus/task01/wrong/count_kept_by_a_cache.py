# verdict: failed by active_count
# why: lru_cache answers every later call with the first count.
import functools
import threading


@functools.lru_cache(maxsize=None)
def how_many():
    return threading.active_count()


def work():
    print(threading.current_thread().name, how_many())


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("主线程结束")
