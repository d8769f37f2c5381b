"""What a Thread refuses."""
import threading

thread = threading.Thread(target=print, args=("once",))
for call in (
    thread.join, lambda: (thread.start(), thread.join()), thread.start, thread.join,
    lambda: threading.current_thread().join(), lambda: setattr(thread, "daemon", True),
    lambda: threading.Thread(group=1), lambda: threading.Thread(1, 2, 3, 4, 5, 6, 7, 8),
    lambda: threading.Thread(target=print, wrong=1), lambda: thread.setDaemon(True),
):
    try:
        print(call())
    except BaseException as problem:
        print(type(problem).__name__, problem)


class NoInit(threading.Thread):
    def __init__(self):
        pass


for call in (lambda: NoInit().start(), lambda: NoInit().join(), lambda: repr(NoInit()),
             lambda: NoInit().name, lambda: NoInit().is_alive()):
    try:
        print(call())
    except BaseException as problem:
        print(type(problem).__name__, problem)


def join_self():
    try:
        threading.current_thread().join()
    except RuntimeError as problem:
        print("RuntimeError", problem)


other = threading.Thread(target=join_self)
other.start()
other.join()
print(other.join(), other.join(timeout=0), other.join(5))
