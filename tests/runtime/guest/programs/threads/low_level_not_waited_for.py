"""Nobody waits for a bare `_thread` thread at the end."""
import _thread
import threading

started = threading.Event()


def work():
    started.set()
    threading.Event().wait()
    print("never")


_thread.start_new_thread(work, ())
started.wait()
print("end")
