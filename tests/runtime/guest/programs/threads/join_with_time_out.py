"""A join that runs out returns None and the thread still lives."""
import threading

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
print(thread.join(0.001), thread.is_alive(), thread.join(timeout=0), thread.is_alive())
print(thread.join(-1), thread.is_alive())
gate.set()
thread.join()
print(thread.is_alive())
