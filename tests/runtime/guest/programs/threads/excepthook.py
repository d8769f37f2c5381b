"""threading.excepthook is called with the four facts."""
import threading


def hook(facts):
    print(facts.exc_type.__name__, facts.exc_value, facts.exc_traceback is not None)
    print(facts.thread.name, len(facts))


threading.excepthook = hook


def fail():
    raise OSError("disk")


thread = threading.Thread(target=fail, name="failing")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
thread = threading.Thread(target=fail, name="again")
thread.start()
thread.join()
