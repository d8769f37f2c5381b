"""A channel over the attached stdin and stdout of one container."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from typing import Any

import requests
from docker import APIClient
from docker.errors import DockerException, NotFound

from grader.sandbox.channel import ChannelClosed, ChannelTimeout, Ending
from grader.sandbox.inbox import Inbox
from grader.sandbox.limits import Limits

GRACE_SECONDS = 0.3  # for the supervisor to end by itself once its stdin is closed
DAEMON_SECONDS = 60  # for one answer of the daemon
STDERR_BYTES = 64 * 1024  # the last part is kept
_TICK_SECONDS = 1.0
_FRAME_HEADER = struct.Struct(">BxxxL")  # stream number, three zeros, size of the payload
_STDOUT, _STDERR = 1, 2


class DockerChannel:
    """Owns one started container and its attach socket; `close` removes both."""

    def __init__(self, api: APIClient, container_id: str, stream: Any, limits: Limits) -> None:
        self.container_id = container_id
        self._api = api
        self._stream = stream  # keeps the HTTP response alive, and with it the socket
        self._socket: socket.socket = getattr(stream, "_sock", stream)
        # One timeout object for both directions: each call waits at most a tick, then looks at
        # the clock. Blocking calls would let a supervisor that never reads hang a sender.
        self._socket.settimeout(_TICK_SECONDS)
        self._inbox = Inbox(limits.output_bytes)
        self._stderr = bytearray()
        self._wall_seconds = limits.wall_seconds
        self._deadline = float("inf")
        self._closing = threading.Lock()
        self._ending: Ending | None = None
        self._reader = threading.Thread(target=self._read_frames, daemon=True)
        self._reader.start()

    def start_clock(self) -> None:
        """Start the wall limit: at hand-out, not while the container waits in a pool."""
        self._deadline = time.monotonic() + self._wall_seconds

    def send(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            if time.monotonic() > self._deadline:
                raise ChannelTimeout(f"the wall limit of {self._wall_seconds:g} s is used up")
            try:
                sent = self._socket.send(rest)
            except TimeoutError:
                continue
            except OSError as error:
                raise ChannelClosed(f"the container is gone: {error}") from error
            rest = rest[sent:]

    def receive(self, size: int, timeout_seconds: float) -> bytes:
        left = max(0.0, self._deadline - time.monotonic())
        return self._inbox.take(size, min(timeout_seconds, left))

    def close(self) -> Ending:
        with self._closing:
            if self._ending is None:
                self._ending = self._end()
            return self._ending

    def is_running(self) -> bool:
        """Whether the other end of the stream is still there (a pool asks before hand-out)."""
        return not self._inbox.wait_finished(0)

    def _end(self) -> Ending:
        # Order matters (measured on Engine 20.10): with an attached client that no longer reads,
        # `kill` and `wait` hang for minutes. So go on draining, close stdin (StdinOnce turns that
        # into EOF inside), and shut the socket down in both directions BEFORE asking for a kill.
        self._inbox.discard()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
        self._inbox.wait_finished(GRACE_SECONDS)
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        try:
            state, killed = self._stop_container()
            trouble = ""
        except (DockerException, requests.RequestException) as error:
            state, killed, trouble = {}, False, f"{type(error).__name__}: {error}"
        self._reader.join(DAEMON_SECONDS)
        with contextlib.suppress(OSError, ValueError):
            # Through the response where there is one: closed below it, its finalizer complains.
            getattr(self._stream, "_response", self._stream).close()
            self._socket.close()
        return Ending(
            exit_code=state.get("ExitCode"),
            oom_kills=int(bool(state.get("OOMKilled"))),
            killed=killed,
            stderr=self._stderr.decode("utf-8", "backslashreplace"),
            trouble=trouble,
        )

    def _stop_container(self) -> tuple[dict[str, Any], bool]:
        """Kill the container if it still runs, remove it; its last state, and whether we killed."""
        killed = False
        try:
            if not self._has_exited(within_seconds=0 if self.is_running() else 2):
                with contextlib.suppress(DockerException):  # it may end in the same moment
                    self._api.kill(self.container_id, signal="SIGKILL")
                    killed = True
                self._api.wait(self.container_id, timeout=DAEMON_SECONDS)
            state: dict[str, Any] = self._api.inspect_container(self.container_id)["State"]
        except NotFound:
            return {}, False
        finally:
            with contextlib.suppress(NotFound):
                self._api.remove_container(self.container_id, v=True, force=True)
        return state, killed

    def _has_exited(self, within_seconds: int) -> bool:
        if within_seconds:
            with contextlib.suppress(requests.RequestException):
                self._api.wait(self.container_id, timeout=within_seconds)
                return True
        return not self._api.inspect_container(self.container_id)["State"]["Running"]

    def _read_frames(self) -> None:
        """Take the daemon's frames apart until the stream ends. Runs in its own thread."""
        try:
            while True:
                stream, size = _FRAME_HEADER.unpack(self._read_exactly(_FRAME_HEADER.size))
                while size:
                    data = self._read_some(min(size, 64 * 1024))
                    size -= len(data)
                    if stream == _STDOUT:
                        self._inbox.put(data)
                    elif stream == _STDERR:
                        self._stderr = (self._stderr + data)[-STDERR_BYTES:]
        except (OSError, ValueError, ChannelClosed) as error:
            self._inbox.finish(str(error) or "the container ended")

    def _read_exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += self._read_some(size - len(data))
        return data

    def _read_some(self, size: int) -> bytes:
        """At least one byte. Raises ChannelClosed at the end of the stream."""
        while True:
            try:
                data = self._socket.recv(size)
            except TimeoutError:
                continue
            if not data:
                raise ChannelClosed("the container ended")
            return data
