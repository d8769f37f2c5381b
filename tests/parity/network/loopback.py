"""Executes a scenario's clients against a real server process on real loopback: the model's touchstone.

The scripts are those that run in the world; here each has a thread of its own and a kernel socket,
and `within` is real time, `scale` real seconds for a second of theirs. Server and clients stand in a
network namespace of their own where the kernel lets us make one, so that no port is ever taken.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from grader.runtime.world.clients import Answer, Ask, Net, Part
from tests.parity.network.connection import Connection

_CLONE_NEWNET = 0x40000000
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1
_LISTEN = "0A"  # as /proc/net/tcp has it
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Step:
    """One thing that a client asked for, what came of it, and when (in the script's seconds)."""

    client: str
    ask: Ask
    answer: Answer
    time: float


@dataclass
class Played:
    """What all clients of a scenario lived through, in order, and how the server was at the end."""

    steps: list[Step] = field(default_factory=list)
    exit_code: int | None = None
    """of a server that ended by itself; None for one that had to be stopped"""
    most_threads: int = 0
    most_processes: int = 0
    output: str = ""

    def of(self, client: str) -> list[Step]:
        """The steps of one client."""
        return [step for step in self.steps if step.client == client]

    def received(self, client: str) -> bytes:
        """All that one client got, over all of its connections."""
        return b"".join(step.answer.data for step in self.of(client))


def play(net: Net, server: Path, scale: float = 0.1) -> Played:
    """Run `server` (a script) as a process, and the clients of `net` against it."""
    played = Played()
    problem: list[BaseException] = []

    def run() -> None:
        try:
            _enter_own_network()
            with _served(server, played) as (process, port):
                _Playing(net, port, scale, played).run(process)
        except BaseException as raised:
            problem.append(raised)

    apart = threading.Thread(target=run)  # a namespace is a thread's own, and what it starts has it
    apart.start()
    apart.join()
    if problem:
        raise problem[0]
    return played


class _Playing:
    """One run of a scenario: its clock, its barriers, its threads."""

    def __init__(self, net: Net, port: int, scale: float, played: Played) -> None:
        self.net = net
        self.port = port
        self.scale = scale
        self.played = played
        self.started = time.monotonic()
        self._met: dict[str, int] = {}
        self._changed = threading.Condition()

    def run(self, process: subprocess.Popen[bytes]) -> None:
        threads = [threading.Thread(target=self._live, args=(part,)) for part in self.net.parts]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():
                _look_at(process.pid, self.played)
                thread.join(0.05)

    def now(self) -> float:
        return (time.monotonic() - self.started) / self.scale

    def _live(self, part: Part) -> None:
        """One client's whole life."""
        time.sleep(max(0.0, (part.at - self.now()) * self.scale))
        connection = Connection(self.port, self.net.buffer_bytes, self.scale)
        script = part.begin()
        try:
            ask = next(script)
            while True:
                answer = self._answer(connection, ask)
                with self._changed:
                    self.played.steps.append(Step(part.client.name, ask, answer, self.now()))
                ask = script.send(answer)
        except StopIteration:
            pass
        finally:
            connection.drop()

    def _answer(self, connection: Connection, ask: Ask) -> Answer:
        if ask.kind == "sleep":
            time.sleep((ask.within or 0.0) * self.scale)
            return Answer("done")
        if ask.kind == "meet":
            return self._meet(ask)
        return connection.answer(ask)

    def _meet(self, ask: Ask) -> Answer:
        within = None if ask.within is None else ask.within * self.scale
        with self._changed:
            self._met[ask.name] = self._met.get(ask.name, 0) + 1
            self._changed.notify_all()
            if self._changed.wait_for(lambda: self._met[ask.name] >= ask.count, within):
                return Answer("done")
            return Answer("timed_out")


@contextmanager
def _served(server: Path, played: Played) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The server's process and port while it runs; ended afterwards, however it clings."""
    process = subprocess.Popen(
        [sys.executable, "-u", server.name], cwd=server.parent, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )
    assert process.stdout is not None
    output: list[bytes] = []
    stream = process.stdout
    reader = threading.Thread(target=lambda: output.extend(iter(lambda: stream.read1(65536), b"")))
    reader.start()
    try:
        yield process, _wait_for_port(process)
        with suppress(subprocess.TimeoutExpired):
            played.exit_code = process.wait(0.2)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()
        reader.join()
        stream.close()
        played.output = b"".join(output).decode("utf-8", "replace")


def _wait_for_port(process: subprocess.Popen[bytes]) -> int:
    """The port that the server, or a child of its, listens on. Raises TimeoutError."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end and process.poll() is None:
        for one in _family(process.pid):
            for port in _listening(one.pid):
                return port
        time.sleep(0.01)
    raise TimeoutError(f"the server listens nowhere; its exit code is {process.poll()}")


def _listening(pid: int) -> list[int]:
    """Ports of a process's listening sockets. (psutil would look in our first thread's network.)"""
    try:
        links = [os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()]
        rows = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
    except OSError:
        return []  # it has just ended, or closed something while we looked
    return [
        int(local.rpartition(":")[2], 16)
        for _, local, _, state, *rest in map(str.split, rows)
        if state == _LISTEN and f"socket:[{rest[5]}]" in links
    ]


def _family(pid: int) -> list[psutil.Process]:
    with suppress(psutil.Error):
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    return []


def _look_at(pid: int, played: Played) -> None:
    """Remember the most threads and processes that were seen."""
    family = _family(pid)
    threads = 0
    for one in family:
        with suppress(psutil.Error):
            threads += one.num_threads()
    played.most_threads = max(played.most_threads, threads)
    played.most_processes = max(played.most_processes, len(family))


def _enter_own_network() -> None:
    """A namespace for this thread and whatever it starts, with its loopback up."""
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNET):
        return  # not allowed here: the machine's own loopback has to do
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        row = fcntl.ioctl(any_socket, _SIOCGIFFLAGS, struct.pack("16sh22x", b"lo", 0))
        flags = struct.unpack("16sh22x", row)[1] | _IFF_UP
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags))
