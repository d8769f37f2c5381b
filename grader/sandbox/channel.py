"""Channel and Sandbox: the two protocols that every way of running a submission implements.

A sandbox opens a channel; the channel moves bytes to and from the supervisor inside and, at the
end, ends everything that ran there. What the bytes mean is not known here (the wire format
belongs to the runtime), and nothing that comes out is trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from grader.sandbox.limits import Limits


class SandboxError(Exception):
    """The sandbox itself failed: never the student's fault, always could-not-judge."""


class ChannelClosed(SandboxError):
    """The other side is gone, or the channel was closed; no more bytes will come."""


class ChannelTimeout(SandboxError):
    """The bytes did not come in time, or `Limits.wall_seconds` are used up."""


class Ending(BaseModel):
    """How a sandbox ended; facts from outside it.

    `exit_code` is the supervisor's (None: not known; negative or above 128: a signal).
    `oom_kills` is a lower bound: Docker says only whether there was one. `killed` says that it
    was still running when the channel was closed and had to be ended. `stderr` is the last part
    of what the supervisor wrote there: our own tracebacks, as hostile as everything from inside.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    exit_code: int | None = None
    oom_kills: int = 0
    killed: bool = False
    stderr: str = ""
    trouble: str = ""  # what failed while ending it, e.g. "daemon does not answer"


class Channel(Protocol):
    """Bytes to and from one supervisor. One thread at a time sends, one receives."""

    def send(self, data: bytes) -> None:
        """Send all of `data`; blocks.

        Raises ChannelClosed when the other side is gone, ChannelTimeout at the wall limit.
        """

    def receive(self, size: int, timeout_seconds: float) -> bytes:
        """Return exactly `size` bytes.

        Raises ChannelClosed when fewer than `size` bytes are left and no more will come, and
        ChannelTimeout after `timeout_seconds` or at the wall limit; then no byte is consumed.
        """

    def close(self) -> Ending:
        """End everything inside and say how it ended; later calls return the same."""


class Sandbox(Protocol):
    """A place that can run submissions: opens one fresh, separate channel per job."""

    name: str  # "docker" | "local"

    def describe(self) -> str:
        """One line for a person: what this is and what it isolates."""

    def promises(self, limits: Limits) -> Mapping[str, object]:
        """What must be true inside, for the supervisor to check against what it reads back.

        The keys are those of `grader.runtime.kernel.limits.compare`; empty: nothing is promised.
        """

    def open(self, limits: Limits, cpu: int | None) -> Channel:
        """Start a fresh supervisor, pinned to core `cpu` if one is given.

        Raises SandboxError when it cannot be started.
        """

    def close(self) -> None:
        """End what stands ready for later jobs; open channels are not touched."""
