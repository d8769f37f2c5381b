"""A small pool of started sandboxes, to hide how long a start takes.

A container takes 200 to 300 ms to start and 15 ms to use once it stands; creating it without
starting saves nothing (measured). Each channel is handed out once: a pool never reuses one.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future

from grader.sandbox.channel import SandboxError
from grader.sandbox.docker_channel import DockerChannel


class StartedPool:
    """Keeps `size` channels in the making or ready, all made by `start`."""

    def __init__(self, size: int, start: Callable[[], DockerChannel]) -> None:
        self._size = size
        self._start = start
        self._ready: deque[Future[DockerChannel]] = deque()
        self._lock = threading.Lock()
        self._closed = False

    def take(self) -> DockerChannel:
        """A running channel nobody has used. Raises SandboxError when it cannot be made."""
        while True:
            with self._lock:
                ready = self._ready.popleft() if self._ready else None
            self._fill()
            if ready is None:
                return self._start()
            channel = ready.result()
            if channel.is_running():
                return channel
            channel.close()  # it died while it waited: nobody's job is hurt, take the next

    def close(self) -> None:
        """End all channels that nobody took."""
        with self._lock:
            self._closed = True
            waiting, self._ready = list(self._ready), deque()
        for ready in waiting:
            with contextlib.suppress(SandboxError):
                ready.result().close()

    def _fill(self) -> None:
        with self._lock:
            while len(self._ready) < self._size and not self._closed:
                ready: Future[DockerChannel] = Future()
                self._ready.append(ready)
                threading.Thread(target=self._make, args=(ready,), daemon=True).start()

    def _make(self, ready: Future[DockerChannel]) -> None:
        try:
            ready.set_result(self._start())
        except Exception as error:  # it belongs to the one who takes it
            ready.set_exception(error)
