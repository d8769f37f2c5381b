"""Driving a real supervisor in tests: one job, its schedules, and what they printed."""

from __future__ import annotations

import base64
import json
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_FRAME = struct.Struct(">I")
_START = (
    f"import sys; sys.path[:0] = [{str(ROOT)!r}]; "
    "from grader.runtime.supervisor import main; main()"
)
ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "TZ": "CST-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUTF8": "1",
    "PYTHONWARNINGS": "ignore::DeprecationWarning",
}
"""what the engine gives a program, so that a plain run differs in nothing else"""

Evidence = dict[str, Any]
Files = Mapping[str, bytes]


class Session:
    """One supervisor with one job. Use it as a context manager."""

    def __init__(
        self,
        files: Files,
        script: str = "task.py",
        python: str = sys.executable,
        watch: tuple[str, ...] = (),
        pinned: bool = False,
        coroutines: bool = False,
        clients: str = "",
    ) -> None:
        before = ["taskset", "-c", str(max(os.sched_getaffinity(0)))] if pinned else []
        self._process = subprocess.Popen(
            [*before, python, "-I", "-B", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        laid = [
            {"path": name, "data": base64.b64encode(data).decode()} for name, data in files.items()
        ]
        self._send({
            "kind": "job", "files": laid, "script": script, "watch": list(watch),
            "coroutines": coroutines, "clients": clients,
        })
        self.ready = self._receive()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *exc: object) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _send(self, message: Any) -> None:
        assert self._process.stdin
        body = json.dumps(message).encode()
        self._process.stdin.write(_FRAME.pack(len(body)) + body)
        self._process.stdin.flush()

    def _receive(self) -> Any:
        assert self._process.stdout
        (size,) = _FRAME.unpack(self._process.stdout.read(_FRAME.size))
        return json.loads(self._process.stdout.read(size))

    def messages(self, budget: int, seed: int = 1, **limits: int) -> Iterator[Evidence]:
        """Everything that the supervisor answers to one exploration, "done" last."""
        self._send({"kind": "explore", "budget": budget, "seed": seed, "limits": limits})
        while True:
            message = self._receive()
            yield message
            if message["kind"] == "done":
                return

    def explore(self, budget: int, seed: int = 1, **limits: int) -> list[Evidence]:
        """The distinct schedules of one exploration."""
        found = self.messages(budget, seed, **limits)
        return [message for message in found if message["kind"] == "schedule"]

    def replay(self, evidence: Evidence, **limits: int) -> Evidence:
        """The schedule that `evidence` tells of, once more."""
        self._send(
            {
                "kind": "replay",
                "seed": evidence["seed"],
                "patience": evidence["patience"],
                "deviations": evidence["deviations"],
                "scenario": evidence["scenario"],
                "limits": limits,
            }
        )
        answer: Evidence = self._receive()
        return answer


def run_once(files: Files, script: str = "task.py", python: str = sys.executable) -> Evidence:
    """The plain order of a program under the engine."""
    with Session(files, script, python) as session:
        assert session.ready["kind"] == "ready", session.ready
        return session.explore(1)[0]


def printed(evidence: Evidence, stream: int = 1) -> str:
    """What the program wrote, in the order in which the world let it write."""
    text: list[str] = []
    said: dict[int, str] = {}
    for row in evidence["log"]:
        if row[2] == "payload":
            said[row[1]] = row[3][0]
        elif row[2] == "OUTPUT" and row[4] == stream:
            text.append(said[row[1]])
        elif row[2] == "note" and row[3][0] == "fragment" and row[3][1] == stream:
            text.append(row[3][2])
    return "".join(text)


def run_plainly(files: Files, script: str, python: str) -> subprocess.CompletedProcess[str]:
    """The program under the same interpreter without any engine."""
    with tempfile.TemporaryDirectory(prefix="plain-") as folder:
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return subprocess.run(
            [python, "-s", "-B", str(Path(folder, script))],
            cwd=Path(folder, script).parent,
            timeout=60,
            env=ENVIRONMENT | {"HOME": folder},
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )


def same_log(evidence: Evidence) -> list[Any]:
    """The log without what may differ between two runs of one schedule."""
    return [row for row in evidence["log"] if row[2] != "note" or row[3][0] != "native"]
