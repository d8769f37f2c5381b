"""Many programs under the plain interpreter, each in a fork of its own, in one process.

Run as a script: reads a JSON object {number: source} on standard input, writes {number: [status,
output]} on standard output. Standard library only: it may run under any of the interpreters.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile


def run_forked(source: str) -> tuple[int, str]:
    """Exit status and standard output of one program."""
    with tempfile.TemporaryFile() as output:
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            os.dup2(output.fileno(), 1)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
            run_and_leave(source)
        _, status = os.waitpid(pid, 0)
        output.seek(0)
        return status, output.read().decode()


def run_and_leave(source: str) -> None:
    """Run a program as `__main__` does, wait for its threads, leave."""
    import threading

    status = 1
    try:
        exec(compile(source, "task.py", "exec"), {"__name__": "__main__"})
        threading._shutdown()  # type: ignore[attr-defined]
        sys.stdout.flush()
        status = 0
    finally:
        os._exit(status)


def main() -> None:
    """See the module."""
    programs = json.load(sys.stdin)
    answers = {number: run_forked(source) for number, source in programs.items()}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
