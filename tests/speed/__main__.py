"""`python -m tests.speed`: schedules per second of the engine on the table of small scripts.

The scripts are those of `reference/SCHEDULING.md` A.1. Every figure includes the fork of each
schedule. On a busy machine only the ratios between scripts mean anything.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time

from tests.runtime.interpreters import interpreters
from tests.runtime.sessions import Session

COUNTER = """
import threading
counter = 0
def add():
    global counter
    for _ in range({turns}):
        counter += 1
threads = [threading.Thread(target=add) for _ in range({threads})]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
"""
SCRIPTS = {
    "counter 2 threads": COUNTER.format(turns=3, threads=2),
    "counter 10 threads": COUNTER.format(turns=1, threads=10),
    "AB/BA": """
import threading
a, b = threading.Lock(), threading.Lock()
def take(x, y):
    with x, y: pass
threads = [threading.Thread(target=take, args=p) for p in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
""",
    "Event + sleep(10)": """
import threading, time
event = threading.Event()
threading.Thread(target=lambda: (event.wait(), print("go"))).start()
time.sleep(10)
event.set()
""",
    "Semaphore(5) x 10": """
import threading, time
places = threading.Semaphore(5)
def work():
    with places: time.sleep(1)
threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads: t.start()
for t in threads: t.join()
""",
    "Timer(30)": "import threading\nthreading.Timer(30, print, ['fired']).start()\n",
    "pool 4 x 8": """
import time
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool: list(pool.map(time.sleep, [1] * 8))
""",
    "Queue(2)": """
import queue, threading
items = queue.Queue(2)
class Producer(threading.Thread):
    def run(self):
        for n in range(5): items.put(n)
        items.put(None)
class Consumer(threading.Thread):
    def run(self):
        while items.get() is not None: pass
threads = [Producer(), Consumer()]
for t in threads: t.start()
for t in threads: t.join()
""",
    "Barrier(3)": """
import threading, time
barrier = threading.Barrier(3)
def work(n):
    time.sleep(n)
    barrier.wait()
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
""",
}


def measure(source: str, python: str, pinned: bool, budget: int, repeats: int) -> tuple[float, int]:
    """(schedules per second, steps per schedule), the median of `repeats` explorations."""
    speeds = []
    steps = 0
    with Session({"task.py": source.encode()}, python=python, pinned=pinned) as session:
        for seed in range(repeats):
            began = time.perf_counter()
            *_, done = session.messages(budget, seed)
            speeds.append(done["schedules"] / (time.perf_counter() - began))
            steps = done["steps"] // done["schedules"]
    return statistics.median(speeds), steps


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("--schedules", type=int, default=200, help="of each exploration")
    parser.add_argument("--repeats", type=int, default=3, help="the median of so many is told")
    parser.add_argument("--python", default="", help="one of " + ", ".join(interpreters()))
    parser.add_argument("--not-pinned", action="store_true", help="let it run on every processor")
    options = parser.parse_args()
    python = interpreters()[options.python] if options.python else sys.executable
    print(f"{'script':20}{'schedules/s':>12}{'steps':>8}{'steps/s':>10}")
    for name, source in SCRIPTS.items():
        speed, steps = measure(
            source, python, not options.not_pinned, options.schedules, options.repeats
        )
        print(f"{name:20}{speed:12.0f}{steps:8}{speed * steps:10.0f}", flush=True)


if __name__ == "__main__":
    main()
