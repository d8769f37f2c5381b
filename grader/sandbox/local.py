"""The local sandbox: a plain subprocess. It tidies up; it does not isolate.

For students on their own machine, where the program is theirs. What is NOT guaranteed: the
program can read and write what its user can, reach the network, and a daemon that cleared its
environment, left its session and its parent on purpose can survive (see process_tree).
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import psutil

from grader.sandbox.channel import ChannelClosed, ChannelTimeout, Ending, SandboxError
from grader.sandbox.contents import PACKAGE_ROOT
from grader.sandbox.entry import supervisor_command
from grader.sandbox.inbox import Inbox
from grader.sandbox.limits import Limits
from grader.sandbox.process_tree import MARKER, end_tree

GRACE_SECONDS = 0.3  # for the supervisor to end by itself once its stdin is closed
STDERR_BYTES = 64 * 1024  # the last part is kept


class LocalChannel:
    """Owns one supervisor process, its tree and its temporary folder; `close` ends all three."""

    def __init__(self, command: Sequence[str], limits: Limits, cpu: int | None) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="grader-"))
        self._marker = secrets.token_hex(16)
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                cwd=self.folder,
                env=_clean_environment(self.folder, self._marker),
                start_new_session=True,
            )
        except OSError as error:
            _remove_folder(self.folder)
            raise SandboxError(f"the supervisor cannot be started: {error}") from error
        self._tree = psutil.Process(self._process.pid)
        if cpu is not None:
            _pin(self._tree, cpu)
        self._inbox = Inbox(limits.output_bytes)
        self._stderr = bytearray()
        self._wall_seconds = limits.wall_seconds
        self._deadline = time.monotonic() + limits.wall_seconds
        # A send can block as long as the supervisor does not read; only its end ends that.
        self._watchdog = threading.Timer(limits.wall_seconds, self._process.kill)
        self._watchdog.daemon = True
        self._readers = [
            threading.Thread(target=self._read_stdout, daemon=True),
            threading.Thread(target=self._read_stderr, daemon=True),
        ]
        for thread in (self._watchdog, *self._readers):
            thread.start()
        self._closing = threading.Lock()
        self._ending: Ending | None = None

    def send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._process.stdin.write(rest) :]
        except (OSError, ValueError) as error:
            if time.monotonic() >= self._deadline:
                raise ChannelTimeout(
                    f"the wall limit of {self._wall_seconds:g} s is used up"
                ) from error
            raise ChannelClosed(f"the supervisor is gone: {error}") from error

    def receive(self, size: int, timeout_seconds: float) -> bytes:
        left = max(0.0, self._deadline - time.monotonic())
        return self._inbox.take(size, min(timeout_seconds, left))

    def close(self) -> Ending:
        with self._closing:
            if self._ending is None:
                self._ending = self._end()
            return self._ending

    def _end(self) -> Ending:
        self._watchdog.cancel()
        self._inbox.discard()
        with contextlib.suppress(OSError):
            _pipe(self._process.stdin).close()
        killed = False
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            killed = True
        survivors = end_tree(self._tree, self._marker)
        self._process.wait()
        for thread in self._readers:
            thread.join(1.0)
        trouble = f"processes that could not be ended: {survivors}" if survivors else ""
        for pipe in (self._process.stdout, self._process.stderr):
            if not survivors:  # closing a pipe in which a reader still waits would block
                _pipe(pipe).close()
        _remove_folder(self.folder)
        return Ending(
            exit_code=self._process.returncode,
            killed=killed,
            stderr=self._stderr.decode("utf-8", "backslashreplace"),
            trouble=trouble,
        )

    def _read_stdout(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := _pipe(self._process.stdout).read(64 * 1024):
                self._inbox.put(data)
        self._inbox.finish("the supervisor ended")

    def _read_stderr(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while data := _pipe(self._process.stderr).read(64 * 1024):
                self._stderr = (self._stderr + data)[-STDERR_BYTES:]


class LocalSandbox:
    """Opens a subprocess of `python` for each job."""

    name = "local"

    def __init__(self, python: str = sys.executable, command: Sequence[str] | None = None) -> None:
        self._command = list(command or supervisor_command(python, str(PACKAGE_ROOT.parent)))

    def describe(self) -> str:
        return "local: a plain process of this user, not isolated; only for programs you trust"

    def promises(self, limits: Limits) -> Mapping[str, object]:
        return {}

    def open(self, limits: Limits, cpu: int | None) -> LocalChannel:
        return LocalChannel(self._command, limits, cpu)

    def close(self) -> None:
        """Nothing stands ready here."""


def _clean_environment(folder: Path, marker: str) -> dict[str, str]:
    """Nothing of the user's but what a process needs to start; temporary files go to `folder`."""
    kept = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "PATHEXT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    own = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(folder))
    return environment | own | {"LANG": "C.UTF-8", MARKER: marker}


def _pin(process: psutil.Process, cpu: int) -> None:
    """Keep `process` on one core; done while it still starts, so all it starts inherit it."""
    if hasattr(process, "cpu_affinity"):  # not on macOS
        with contextlib.suppress(psutil.Error, OSError, ValueError):
            process.cpu_affinity([cpu])


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _remove_folder(folder: Path) -> None:
    """Remove `folder`, also when the program took the rights away from folders in it."""
    for path, inner, _ in os.walk(folder):  # top down: opened before they are listed
        for name in inner:
            inside = Path(path, name)
            if not inside.is_symlink():  # its target may be anywhere
                with contextlib.suppress(OSError):
                    inside.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
