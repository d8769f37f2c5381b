"""active_count and enumerate count the main thread, daemons and running Timers."""
import threading

print(threading.active_count(), [t.name for t in threading.enumerate()])
gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"t{i}", daemon=i == 2) for i in range(3)]
print(threading.active_count())
for thread in threads:
    thread.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()))
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count(), threading.enumerate() == [threading.main_thread()])
