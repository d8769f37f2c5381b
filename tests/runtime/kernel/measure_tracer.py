"""Measures what the tracer costs: `python -m tests.runtime.kernel.measure_tracer [rounds]`."""

from __future__ import annotations

import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from typing import NoReturn

from grader.runtime.kernel.tracer import Tracer


def time_threads() -> float:
    """Microseconds per thread, started and joined one after the other."""
    began = time.perf_counter()
    for _ in range(300):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
    return (time.perf_counter() - began) / 300 * 1e6


def time_forks() -> float:
    """Microseconds per process, forked and waited for one after the other."""
    began = time.perf_counter()
    for _ in range(50):
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)
    return (time.perf_counter() - began) / 50 * 1e6


def time_switches() -> float:
    """Microseconds per round trip of a byte between two threads."""
    there, back = os.pipe(), os.pipe()

    def answer() -> None:
        while byte := os.read(there[0], 1):
            os.write(back[1], byte)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    began = time.perf_counter()
    for _ in range(3000):
        os.write(there[1], b"x")
        os.read(back[0], 1)
    return (time.perf_counter() - began) / 3000 * 1e6


def run(measure: Callable[[], float], is_traced: bool) -> float:
    """One measurement in a fresh process."""
    reading, writing = os.pipe()

    def child_main() -> NoReturn:
        os.write(writing, str(measure()).encode())
        os._exit(0)

    if is_traced:
        tracer = Tracer.start(child_main)
        tracer.wait(60)
        tracer.close()
    else:
        pid = os.fork()
        if pid == 0:
            child_main()
        os.waitpid(pid, 0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        return float(pipe.read())


def main() -> None:
    """Interleaves plain and traced runs, on one core as the sandbox does; prints medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    for measure in (time_threads, time_forks, time_switches):
        pairs = [(run(measure, False), run(measure, True)) for _ in range(rounds)]
        plain, traced = (statistics.median(column) for column in zip(*pairs, strict=True))
        fastest = [min(column) for column in zip(*pairs, strict=True)]
        print(
            f"{measure.__name__}: median {plain:.0f} -> {traced:.0f} us, "
            f"min {fastest[0]:.0f} -> {fastest[1]:.0f} us"
        )


if __name__ == "__main__":
    main()
