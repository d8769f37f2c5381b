"""A lazy import (3.15) happens at the first use of its name, here in one of several threads."""
# python: >=3.15
import sys
import threading

lazy import colorsys
lazy from fractions import Fraction as Part

started = threading.Barrier(3)
results = []
lock = threading.Lock()


def work(number):
    started.wait()
    value = Part(number, 6) + round(colorsys.rgb_to_hls(1, 0, 0)[1])
    with lock:
        results.append(value)


threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(map(str, results)), "colorsys" in sys.modules)
lazy import no_such_module_at_all
try:
    no_such_module_at_all.anything
except ImportError as problem:
    print(type(problem).__name__, problem)
