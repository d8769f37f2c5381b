"""A daemon that waits for ever does not keep the program; an ordinary thread does."""
import threading


def forever():
    threading.Event().wait()
    print("never")


threading.Thread(target=forever, daemon=True).start()
child = threading.Thread(target=lambda: print(threading.current_thread().daemon), daemon=False)
child.start()
child.join()


def parent():
    inner = threading.Thread(target=forever)
    print(inner.daemon)
    inner.start()


thread = threading.Thread(target=parent, daemon=True)
thread.start()
thread.join()
print("end")
