"""A thread runs in the context that it was given (3.14), else in an empty one."""
# python: >=3.14
import contextvars
import threading

place = contextvars.ContextVar("place", default="nowhere")
place.set("main")


def show(text):
    print(text, place.get(), threading.current_thread().name)
    place.set("thread")


mine = contextvars.copy_context()
for name, context in [("given", mine), ("empty", contextvars.Context()), ("none", None), ("again", mine)]:
    thread = threading.Thread(target=show, args=(name,), context=context, name=f"T-{name}")
    thread.start()
    thread.join()
timer = threading.Timer(0.01, show, ["timer"])
timer.start()
timer.join()
print(place.get(), mine[place])


class Own(threading.Thread):
    def run(self):
        print("own", place.get(), self.is_alive())


own = Own(context=contextvars.copy_context())
own.start()
own.join()
print(repr(own).split()[:2])
