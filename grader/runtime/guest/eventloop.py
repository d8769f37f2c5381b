"""asyncio under the virtual clock: its selector waits in the world, its self-pipe is an event.

Timers, tasks and executors need no more than that. Sockets in an event loop are not modelled here.
"""

from __future__ import annotations

import selectors
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.locks import Event
from grader.runtime.wire import Op


class Selector(selectors._BaseSelectorImpl):  # type: ignore[name-defined,misc]
    """A selector with nothing registered but, in effect, the loop's own wake-up."""

    def __init__(self) -> None:
        super().__init__()
        self.woken = Event()

    def register(self, fileobj: Any, events: int, data: Any = None) -> Any:
        """A real descriptor in the loop is not modelled."""
        channel.ask(Op.UNMODELLED, payload=["selector", "register"])
        return super().register(fileobj, events, data)

    def select(self, timeout: float | None = None) -> list[Any]:
        """Wait until woken or until the loop's next timer."""
        if self.woken.wait(None if timeout is None else max(0.0, timeout)):
            self.woken.clear()
        return []


def install_asyncio(asyncio: Any) -> None:
    """Patch an imported asyncio."""
    loop: Any = asyncio.selector_events.BaseSelectorEventLoop
    plain = loop.__init__

    def __init__(self: Any, selector: Any = None) -> None:
        plain(self, Selector() if selector is None else selector)

    def _write_to_self(self: Any) -> None:
        woken = getattr(self._selector, "woken", None)
        if woken is not None:
            woken.set()

    def nothing(self: Any) -> None:
        """There is no pipe."""

    loop.__init__ = __init__
    loop._write_to_self = _write_to_self
    loop._make_self_pipe = loop._close_self_pipe = nothing
    policy_timer: Any = asyncio.base_events.BaseEventLoop
    policy_timer._clock_resolution = 1e-9
