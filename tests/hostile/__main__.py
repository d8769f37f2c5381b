"""`python -m tests.hostile [PATTERN] [--sandbox local|docker] [--python X.Y]`: judge them all."""

from __future__ import annotations

import argparse
import fnmatch
import sys
import tempfile
from pathlib import Path

from tests.hostile.judging import judge, read_programs


def main() -> int:
    """Judge, report, and return 1 when a program was not judged as labelled."""
    options = argparse.ArgumentParser(prog="tests.hostile", description=__doc__)
    options.add_argument("pattern", nargs="?", default="*")
    options.add_argument("--sandbox", default="local", choices=["local", "docker"])
    options.add_argument("--python", help="which Python runs them: 3.15")
    asked = options.parse_args()
    programs = [p for p in read_programs() if fnmatch.fnmatch(p.name, asked.pattern)]
    off = 0
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "submission"
            problem, seconds = judge(program, place, asked.sandbox, asked.python)
        off += bool(problem)
        print(f"{'✗' if problem else '✓'} {program.name} [{seconds:.1f} s] {problem}", flush=True)
    print(f"{len(programs) - off} of {len(programs)} as labelled")
    return 1 if off else 0


if __name__ == "__main__":
    sys.exit(main())
