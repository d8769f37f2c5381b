"""os.fork, os.pipe, file objects, select, and locks that a fork copies."""
import os
import select
import sys
import threading

sys.stdout.reconfigure(line_buffering=True)
lock = threading.Lock()
r, w = os.pipe()
with lock:
    pid = os.fork()
    if pid == 0:
        os.close(r)
        with os.fdopen(w, "w") as out:
            print("first", file=out, flush=True)
            print("still held:", lock.locked(), file=out)
        lock.release()
        print("free in the child:", not lock.locked(), flush=True)
        os._exit(0)
    os.close(w)
    os.waitpid(pid, 0)
print("free in the parent:", not lock.locked())
print(select.select([r], [], [], 5)[0] == [r])
with os.fdopen(r) as lines:
    for line in lines:
        print("read:", line.rstrip())
r, w = os.pipe()
print(select.select([r], [w], [], 0)[1] == [w], select.select([r], [], [], 0.01)[0])
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as problem:
    print(problem)
seen = []
os.register_at_fork(before=lambda: seen.append("b"), after_in_parent=lambda: seen.append("p"),
                    after_in_child=lambda: seen.append("c"))
pid = os.fork()
if pid == 0:
    print(seen, threading.active_count(), threading.current_thread() is threading.main_thread(),
          flush=True)
    os._exit(0)
os.wait()
print(seen)
