"""An exception in the main thread: the others still run, the status is 1."""
import threading

gate = threading.Event()


def work():
    gate.wait()
    print("work done")


threading.Thread(target=work).start()
gate.set()
raise ValueError("main failed")
