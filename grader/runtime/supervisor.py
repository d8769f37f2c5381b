"""The supervisor: the one process in a sandbox that talks to the host, and the student's parent.

It reads framed JSON requests on standard input and answers on standard output: first the job (the
student's files, which script, the limits), then any number of "explore" and "replay" requests.
The student's interpreter runs as a child of it, under another uid where that is possible, and can
reach neither these two pipes nor this process.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import gc
import hashlib
import json
import os
import platform
import resource
import signal
import socket
import struct
import sys
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from grader.runtime.folder import StudentFolder
from grader.runtime.kernel import activity
from grader.runtime.kernel.confine import confine_student
from grader.runtime.kernel.limits import compare, read_back
from grader.runtime.kernel.prctl import become_subreaper
from grader.runtime.wire import THREADS_LIMIT
from grader.runtime.world.clients import Scenario, load
from grader.runtime.world.conductor import Conductor, Ending, HostGone, Line
from grader.runtime.world.control import ProtocolError, receive_control, send_control
from grader.runtime.world.explorer import (
    COSTLY_UNKNOWN,
    Exploration,
    Request,
    make_world,
    replayed,
    requests,
    visits,
)
from grader.runtime.world.terms import Limits, Stop

FRAME = struct.Struct(">I")
FRAME_LIMIT = 64 << 20
_RUNTIME = str(Path(__file__).resolve().parent.parent.parent)
_FIRST_FD = 300
_START_SECONDS = 120.0
"""a net for an interpreter that does not even start"""
MARKER = "GRADER_JOB"
"""the variable by which the host finds what a job started; see grader/sandbox/process_tree.py"""
COLLECT_EVERY = 50
"""schedules; Python's own collector would look for cycles at every few hundred rows of a log"""
STUDENT_UID = 20001
"""whom the student's process becomes in a container; each container has a user table of its own"""


def read_frame(stream: BinaryIO) -> Any:
    """One request of the host; None at the end. Raises ValueError for what is no frame."""
    head = stream.read(FRAME.size)
    if len(head) < FRAME.size:
        return None
    size = FRAME.unpack(head)[0]
    if size > FRAME_LIMIT:
        raise ValueError("a frame that is too long")
    return json.loads(stream.read(size))


def encode(message: Any) -> bytes:
    """A message as JSON."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write_frame(stream: BinaryIO, message: Any) -> None:
    """One answer to the host."""
    write_body(stream, encode(message))


def write_body(stream: BinaryIO, body: bytes) -> None:
    """One answer to the host that is JSON already."""
    stream.write(FRAME.pack(len(body)) + body)
    stream.flush()


class Program:
    """One student's program: its folder, its zygote, and the conductor of both."""

    def __init__(self, job: dict[str, Any], host: int) -> None:
        """`host`: the descriptor that tells when the host is gone."""
        self.job = job
        self._host = host
        isolated = bool(job.get("promises")) and hasattr(os, "getuid") and os.getuid() == 0
        self.uid = STUDENT_UID if isolated else None
        self.scenarios = load(job["clients"]) if job.get("clients") else []
        """what clients do, where the task is about a server"""
        files = {f["path"]: base64.b64decode(f["data"]) for f in job["files"]}
        self.folder = StudentFolder(files, self.uid)
        self.zygote = 0
        self._line: Line | None = None
        self.refused: dict[str, Any] | None = None
        self.conductor: Conductor | None = None
        self.start_zygote()

    def start_zygote(self) -> None:
        """Make the pipes and start the student's interpreter on them."""
        announce_read, announce_write = os.pipe()
        raw_read, raw_write = os.pipe()
        os.set_blocking(raw_read, False)
        go = [os.pipe() for _ in range(THREADS_LIMIT)]
        ours, theirs = _socketpair(socket.SOCK_STREAM)
        mail, their_mail = _socketpair(socket.SOCK_SEQPACKET)
        self.zygote = os.fork()
        if self.zygote == 0:
            try:
                self._become_zygote(announce_write, [r for r, _ in go], theirs, raw_write,
                                    their_mail)
            finally:
                os._exit(72)
        for fd in (announce_write, raw_write, theirs, their_mail):
            os.close(fd)
        self._line = Line(
            announce_read, [w for _, w in go], [r for r, _ in go], ours, raw_read, self.zygote,
            self._host, mail,
        )
        send_control(ours, {
            "root": str(self.folder.root), "script": self.job["script"], "runtime": _RUNTIME,
            "files": sorted(f["path"] for f in self.job["files"]), "watch": self.job["watch"],
            "coroutines": bool(self.job.get("coroutines")),
            "serves": bool(self.scenarios),
            "fork": bool(self.job.get("fork")),
        })
        self._await_ready(raw_read)

    def _await_ready(self, raw: int) -> None:
        assert self._line is not None
        try:
            answer = receive_control(self._line.control, self.zygote, _START_SECONDS)
        except ProtocolError as problem:
            answer = {"kind": "no_start", "message": f"{problem}: {_read_all(raw)[-2000:]}"}
        self.conductor = None
        if answer.get("kind") == "ready":
            self.conductor = Conductor(self._line, activity, alone=self.uid is not None)
        else:
            self.refused = answer

    def _become_zygote(
        self, announce: int, go: list[int], control: int, raw: int, mail: int
    ) -> None:
        os.setsid()
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.dup2(raw, 1)
        os.dup2(raw, 2)
        kept = [mail, announce, control, *go]
        high = [fcntl.fcntl(fd, fcntl.F_DUPFD, _FIRST_FD) for fd in kept]
        os.closerange(3, _FIRST_FD)
        mail, announce, control, *go = high
        confine_student(self.job.get("confine", {}), self.uid)
        code = (
            f"import sys; sys.path.insert(0, {_RUNTIME!r})\n"
            "from grader.runtime.guest.boot import main\n"
            f"main({announce}, {go!r}, {control}, {mail})"
        )
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder.root),
            "TMPDIR": str(self.folder.scratch), "LANG": "C.UTF-8", "TZ": "CST-8",
            "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore::DeprecationWarning",
            "MALLOC_ARENA_MAX": "1",  # one thread runs at a time: no arena, and its pages, for each
        }
        if MARKER in os.environ:
            environment[MARKER] = os.environ[MARKER]
        os.execve(
            sys.executable, [sys.executable, "-s", "-P", "-S", "-B", "-c", code], environment
        )

    def close(self) -> None:
        """End the zygote, all that it left, and remove the folder."""
        self._end_zygote()
        self.folder.remove()

    def _end_zygote(self) -> None:
        if self.zygote:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(self.zygote, signal.SIGKILL)
                os.waitpid(self.zygote, 0)
            self.zygote = 0
        if self._line is not None:
            line = self._line
            if self.conductor is not None:
                self.conductor.close()
            else:
                os.close(line.mail)
            for fd in (line.announce, line.control, line.raw, *line.go, *line.go_read):
                os.close(fd)
            self._line = None
        activity.end_strays(0)

    def run(self, request: Request, limits: Limits) -> dict[str, Any]:
        """Run one schedule; return its evidence."""
        assert self.conductor is not None
        world = make_world(request, limits)
        try:
            ending = self.conductor.run(world, request.seed)
        except ProtocolError as problem:
            self._restart()
            ending = Ending(Stop("lost", str(problem)))
        self.folder.restore()
        if ending.stop.reason == "lost":
            return {"world": world, "evidence": _lost(world, request, ending.stop.detail)}
        return {"world": world, "evidence": _evidence(world, request, ending)}

    def _restart(self) -> None:
        self._end_zygote()
        self.folder.restore()
        self.start_zygote()


def _evidence(world: Any, request: Request, ending: Any) -> dict[str, Any]:
    stop = ending.stop
    early = any(chosen == -1 for _, _, chosen in world.deviations)
    return {
        "kind": "schedule", "strategy": request.name, "respected": not early,
        "scenario": _name_of(request),
        "seed": request.seed, "patience": request.patience, "deviations": world.deviations,
        "stop": stop.reason, "detail": stop.detail, "status": stop.status,
        "wait_status": ending.wait_status, "log": world.log, "spins": _confirmed(world),
        "polls": world.polls, "waiting": world.waiting(),
        "clock": world.clock, "steps": world.steps,
        "raw": ending.raw.decode("utf-8", "replace")[:4000],
        "contradictions": ending.contradictions,
    }


def _name_of(request: Request) -> str:
    return "" if request.scenario is None else request.scenario.name


def _lost(world: Any, request: Request, why: str) -> dict[str, Any]:
    """What was heard is not to be believed, so none of it is told."""
    return {
        "kind": "schedule", "strategy": request.name, "respected": True, "seed": request.seed,
        "scenario": _name_of(request),
        "patience": request.patience, "deviations": [], "stop": "lost", "detail": why[:400],
        "status": 0, "wait_status": None, "log": [], "spins": [], "polls": [], "waiting": [],
        "clock": 0, "steps": world.steps, "raw": "", "contradictions": [],
    }


def _confirmed(world: Any) -> list[Any]:
    """Spins whose end hung on others: on the clock, on a resource, or on a variable that another
    thread wrote afterwards. A loop over data that nobody else changes is work, not waiting."""
    confirmed = []
    for spin in world.spins:
        variables = [n for n in spin["looked_at"]
                     if n and world.resources[n].kind == "variable"]
        others = [n for n in spin["looked_at"] if n not in variables]
        changed = any(
            row[2] == "WRITE" and row[3] in variables and row[1] != spin["thread"]
            for row in world.log[spin["event"]:]
        )
        if spin["clock"] or others or changed:
            confirmed.append(spin)
    return confirmed


def _socketpair(kind: int) -> tuple[int, int]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
    theirs.set_inheritable(True)
    return ours.detach(), theirs.detach()


def _read_all(fd: int) -> str:
    data = b""
    try:
        while len(data) < 1 << 16:
            piece = os.read(fd, 4096)
            if not piece:
                break
            data += piece
    except BlockingIOError:
        return data.decode("utf-8", "replace")
    return data.decode("utf-8", "replace")


def _ending_of(evidence: dict[str, Any]) -> str:
    """The ending as the explorer counts it."""
    if evidence["contradictions"]:
        return "contradiction"
    if any(row[2] == "note" and row[3][:2] == ["exception", "MemoryError"]
           for row in evidence["log"]):
        return "memory"
    return str(evidence["stop"])


def explore(program: Program, message: dict[str, Any], out: BinaryIO) -> None:
    """Run a job's schedules; each distinct one is told once, repetitions by number."""
    limits = Limits(**message.get("limits", {}))
    budget, seed = int(message["budget"]), int(message["seed"])
    sent: dict[bytes, int] = {}
    parts: list[Exploration] = []
    scenarios: list[Scenario | None] = [*program.scenarios] or [None]
    for scenario in scenarios:
        known = Exploration(budget, seed)
        if scenario is not None:
            known.budget = min(budget, 1 + scenario.schedules)
        first = sum(part.number for part in parts)
        parts.append(known)
        if not _explore_part(program, known, scenario, limits, first, sent, out):
            break
    write_frame(out, {
        "kind": "done", "schedules": sum(p.number for p in parts),
        "behaviours": sum(len(p.behaviours) for p in parts),
        "none_new_in_last": min(p.none_new_in_last for p in parts),
        "complete": all(p.complete for p in parts), "steps": sum(p.steps for p in parts),
    })


def _explore_part(
    program: Program, known: Exploration, scenario: Scenario | None, limits: Limits, first: int,
    sent: dict[bytes, int], out: BinaryIO,
) -> bool:
    """Run the schedules of one scenario, or of a task that has none; False: it is hopeless to try
    another. `first`: how many there have been."""
    for request in requests(known) if scenario is None else visits(known, scenario):
        answer = program.run(request, limits)
        evidence = answer["evidence"]
        known.learn(answer["world"], _ending_of(evidence), request)
        number = first + known.number
        how = {"number": number, "strategy": evidence.pop("strategy"),
               "deviations": evidence.pop("deviations")}
        body = encode(evidence)
        mark = hashlib.blake2b(body).digest()
        if mark in sent:
            write_frame(out, {"kind": "same", "number": number, "as": sent[mark],
                              "strategy": request.name})
        else:
            sent[mark] = number
            write_body(out, body[:-1] + b"," + encode(how)[1:])
        if number % COLLECT_EVERY == 0:
            gc.collect()
        if program.conductor is None:
            return False
    return not COSTLY_UNKNOWN & set(known.endings)


def _scenario(program: Program, name: str) -> Scenario | None:
    found = [one for one in program.scenarios if one.name == name]
    return found[0] if found else program.scenarios[0] if program.scenarios else None


def serve(requests_in: BinaryIO, out: BinaryIO) -> None:
    """Answer the host until it hangs up."""
    program: Program | None = None
    try:
        while True:
            message = read_frame(requests_in)
            if message is None:
                return
            kind = message.get("kind")
            if kind == "job":
                differences = compare(message.get("promises", {}), read_back())
                if differences:
                    # A sandbox that is not what was asked for must not be graded in.
                    write_frame(out, {"kind": "refused", "message": "; ".join(differences)[:4000]})
                    continue
                program = Program(message, requests_in.fileno())
                write_frame(out, program.refused or {
                    "kind": "ready", "python": platform.python_version(),
                    "kernel": activity.has_evidence(),
                })
            elif kind == "explore" and program is not None:
                explore(program, message, out)
            elif kind == "replay" and program is not None:
                deviations = [tuple(d) for d in message["deviations"]]
                scenario = _scenario(program, str(message.get("scenario", "")))
                request = replayed(message["seed"], message["patience"], deviations, scenario)
                answer = program.run(request, Limits(**message.get("limits", {})))
                answer["evidence"]["number"] = 0
                write_frame(out, answer["evidence"])
            else:
                write_frame(out, {"kind": "error", "message": f"no such request: {kind}"})
    finally:
        if program is not None:
            program.close()


def main() -> None:
    """Run as the sandbox's command."""
    requests_in, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    gc.freeze()
    gc.disable()
    become_subreaper()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FIRST_FD + 4 * THREADS_LIMIT
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))
    try:
        serve(requests_in, out)
    except HostGone:
        return
    finally:
        if MARKER in os.environ:  # the folder is ours alone; the host may have been killed
            with contextlib.suppress(OSError):
                os.rmdir(tempfile.gettempdir())
