"""`python -m tests.corpus [PATTERN] [--python X.Y] [...]`: judge the whole corpus, or a part.

Prints what was not judged as labelled, and the share that was.
"""

from __future__ import annotations

import argparse
import fnmatch
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.corpus.judging import Judged, judge_program
from tests.corpus.labels import read_corpus, spread


def main() -> int:
    """Judge, report, and return 1 when a program was not judged as labelled."""
    options = argparse.ArgumentParser(prog="tests.corpus", description=__doc__)
    options.add_argument("pattern", nargs="?", default="*")
    options.add_argument("--schedules", type=int, default=None)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--sandbox", default="local")
    options.add_argument("--python", help="which Python runs the programs: 3.14")
    options.add_argument("--each", type=int, help="only so many right and so many wrong per task")
    options.add_argument("--quiet", action="store_true")
    asked = options.parse_args()
    version = sys.version_info[:2]
    if asked.python:
        version = tuple(map(int, asked.python.split(".")))
    programs = [p for p in read_corpus() if fnmatch.fnmatch(p.name, asked.pattern)
                and p.runs_on(version)]
    if asked.each:
        programs = spread(programs, asked.each)
    started = time.monotonic()
    off: list[Judged] = []
    with ProcessPoolExecutor(asked.jobs) as pool:
        for judged in pool.map(
            judge_program, programs, [asked.schedules] * len(programs),
            [asked.sandbox] * len(programs), [asked.python] * len(programs),
        ):
            if judged.problem:
                off.append(judged)
                print(f"✗ {judged.name} [{judged.seconds:.1f} s]: {judged.problem}", flush=True)
            elif not asked.quiet:
                print(f"✓ {judged.name} [{judged.seconds:.1f} s] {judged.note}", flush=True)
    print(f"{len(programs) - len(off)} of {len(programs)} as labelled, "
          f"{time.monotonic() - started:.0f} s")
    return 1 if off else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    sys.exit(main())
