"""A sandbox whose open channels can be ended from outside the jobs that use them.

On Ctrl-C the main thread is told, and the jobs in their threads are not: each waits for the next
answer of its supervisor and would go on to its end. With its channel closed it ends at once.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from grader.sandbox.channel import Channel, Sandbox, SandboxError
from grader.sandbox.limits import Limits


class ClosableSandbox:
    """`sandbox`, with a list of what is open in it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.name = sandbox.name
        self._sandbox = sandbox
        self._lock = threading.Lock()
        self._open: list[Channel] = []
        self._closed = False

    def describe(self) -> str:
        return self._sandbox.describe()

    def promises(self, limits: Limits) -> Mapping[str, object]:
        return self._sandbox.promises(limits)

    def open(self, limits: Limits, cpu: int | None) -> Channel:
        if self._closed:
            raise SandboxError("it was closed")
        channel = self._sandbox.open(limits, cpu)
        with self._lock:
            too_late = self._closed
            if not too_late:
                self._open.append(channel)
        if too_late:
            channel.close()
            raise SandboxError("it was closed")
        return channel

    def close(self) -> None:
        """End what stands ready, and every channel that is still open; nothing more is opened."""
        with self._lock:
            self._closed = True
            channels, self._open = self._open, []
        closers = [threading.Thread(target=channel.close) for channel in channels]
        for closer in closers:
            closer.start()
        for closer in closers:
            closer.join()
        self._sandbox.close()
