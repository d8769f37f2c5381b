# verdict: passed
# why: A decorator turns each call into a started thread, and the ten returned threads are joined.
import functools
import threading


def threaded(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        t = threading.Thread(target=function, args=args, kwargs=kwargs)
        t.start()
        return t

    return start


@threaded
def hello(times):
    for _ in range(times):
        print(threading.current_thread().name, threading.active_count())


started = [hello(k % 3 + 1) for k in range(10)]
for t in started:
    t.join()
print("THE END")
