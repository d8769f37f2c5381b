"""Non-daemon threads are waited for after the main thread's last line, then atexit runs."""
import atexit
import threading

gate = threading.Event()


@atexit.register
def bye():
    print("atexit", threading.active_count())


atexit.register(print, "registered later, runs earlier")


def work():
    gate.wait()
    print("work", threading.main_thread().name)


threading.Thread(target=work).start()
print("main is through")
gate.set()
