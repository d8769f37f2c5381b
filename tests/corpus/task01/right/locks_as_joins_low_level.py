# verdict: passed
# why: The low-level _thread module with one lock per thread as its join; all ten stay until all have printed, so the count is true.
import _thread
import threading

ready = threading.Barrier(10)
printed = threading.Barrier(10)


def work(my_end):
    me = threading.current_thread()
    ready.wait()
    print(me.name, threading.active_count())
    printed.wait()
    my_end.release()


ends = []
for _ in range(10):
    lock = _thread.allocate_lock()
    lock.acquire()
    ends.append(lock)
    _thread.start_new_thread(work, (lock,))
for lock in ends:
    lock.acquire()
print("main")
