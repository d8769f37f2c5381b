"""`run` without `start` runs in the caller."""
import threading

thread = threading.Thread(target=lambda: print(threading.current_thread().name))
thread.run()
print(thread.is_alive(), thread.ident)
