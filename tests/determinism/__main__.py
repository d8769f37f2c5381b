"""`python -m tests.determinism [--times N] [--busy N] [--sandbox docker] [...]`: one submission, checked
again and again; every `result.json` must be the same, apart from its volatile object.

Submissions are made of the corpus: of each task one right script in the first, and in each further
one another wrong script. `--busy` keeps so many processes computing beside.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import hashlib
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.labels import Labelled, read_corpus

MINUTES = 30


def make_submissions(folder: Path, number: int) -> list[Path]:
    """Write `number` submissions below `folder`: one right script of each task, then wrong ones."""
    tasks: dict[str, dict[bool, list[Labelled]]] = {}
    for program in read_corpus():
        if program.runs_on(sys.version_info[:2]):
            kinds = tasks.setdefault(program.task, {True: [], False: []})
            kinds[program.passes].append(program)
    made = []
    for index in range(number):
        made.append(folder / f"submission{index}")
        made[-1].mkdir()
        for task, kinds in tasks.items():
            programs = kinds[index == 0]
            chosen = programs[index * len(programs) // number]
            (made[-1] / f"{task}.py").write_bytes(chosen.path.read_bytes())
    return made


@contextlib.contextmanager
def busy(number: int) -> Iterator[None]:
    """So many processes that compute all the while."""
    processes = [
        subprocess.Popen([sys.executable, "-I", "-c", "while True: pass"]) for _ in range(number)
    ]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def check(submission: Path, sandbox: str, schedules: int | None, reports: Path) -> str:
    """The digest of what must not differ; a line that says what went wrong where nothing came."""
    command = [
        sys.executable, "-m", "grader", "check", str(submission), "--sandbox", sandbox,
        "--format", "json", "-o", str(reports),
    ]
    if schedules is not None:
        command += ["--schedules", str(schedules)]
    ran = subprocess.run(command, capture_output=True, timeout=60 * MINUTES)
    try:
        result = json.loads(ran.stdout)
    except ValueError:
        return f"no result (exit code {ran.returncode}): {ran.stderr[-300:]!r}"
    del result["volatile"]
    text = json.dumps(result, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    (reports / f"{digest}.json").write_text(json.dumps(result, indent=1, ensure_ascii=False))
    return digest


def first_difference(reports: Path) -> str:
    """Where the first two results that differ do so."""
    texts = [path.read_text().splitlines() for path in sorted(reports.glob("*.json"))
             if path.name != "result.json"]
    if len(texts) < 2:
        return ""
    lines = difflib.unified_diff(texts[0], texts[1], n=4, lineterm="")
    return "\n".join(itertools.islice(lines, 40))


def main() -> int:
    """Check again and again; return 1 when two results of one submission differ."""
    options = argparse.ArgumentParser(prog="tests.determinism", description=__doc__)
    options.add_argument("--times", type=int, default=20)
    options.add_argument("--busy", type=int, default=0)
    options.add_argument("--sandbox", default="local")
    options.add_argument("--schedules", type=int)
    options.add_argument("--submissions", type=int, default=3)
    asked = options.parse_args()
    differs = False
    with tempfile.TemporaryDirectory() as scratch, busy(asked.busy):
        for submission in make_submissions(Path(scratch), asked.submissions):
            started = time.monotonic()
            reports = Path(scratch, "reports", submission.name)
            reports.mkdir(parents=True)
            found = [
                check(submission, asked.sandbox, asked.schedules, reports)
                for _ in range(asked.times)
            ]
            differs = differs or len(set(found)) > 1 or not found[0].isalnum()
            print(f"{submission.name}: {len(found)} checks, {len(set(found))} different results: "
                  f"{', '.join(sorted(set(found)))}, {time.monotonic() - started:.0f} s", flush=True)
            if len(set(found)) > 1:
                print(first_difference(reports), flush=True)
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
