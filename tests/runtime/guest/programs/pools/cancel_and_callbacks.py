"""A future that waits can be cancelled; callbacks run; shutdown can cancel what waits."""
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor

gate = threading.Event()
started = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(lambda: (started.set(), gate.wait()))
started.wait()
waiting = pool.submit(print, "never")
print(running.running(), running.cancel(), waiting.cancel(), waiting.cancelled())
running.add_done_callback(lambda f: print("done", f is running))
last = pool.submit(print, "never")
gate.set()
pool.shutdown(wait=True, cancel_futures=True)
print(last.cancelled() or last.done())
try:
    waiting.result()
except CancelledError as problem:
    print(type(problem).__name__)
own = Future()
own.set_result(5)
print(own.result(), own.exception(), own.done())
own.add_done_callback(lambda f: print("at once", f.result()))
try:
    own.set_result(6)
except Exception as problem:
    print(type(problem).__name__)
