"""`python -m tests.parity --programs 5000 --seed 1`: the parity test at any size."""

from __future__ import annotations

import argparse
import sys

from tests.parity.compare import compare
from tests.parity.programs import make_program
from tests.runtime.interpreters import interpreters


def main() -> int:
    """Compare, tell what differs, return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.parity", description=__doc__)
    parser.add_argument("--programs", type=int, default=500, help="how many")
    parser.add_argument("--seed", type=int, default=1, help="which: seed times a million onwards")
    parser.add_argument("--python", default="", help="one of " + ", ".join(interpreters()))
    parser.add_argument("--show", type=int, help="print the source of this program and stop")
    options = parser.parse_args()
    if options.show is not None:
        print(make_program(options.show))
        return 0
    python = interpreters()[options.python] if options.python else sys.executable
    first = options.seed * 1_000_000
    wrong = 0
    for number, problems in compare(range(first, first + options.programs), python):
        for problem in problems:
            print(problem, flush=True)
        wrong += bool(problems)
        done = number - first + 1
        if done % 100 == 0:
            print(f"{done} programs, {wrong} of them differ", flush=True)
    print(f"{options.programs} programs on {python}: {wrong} differ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
