"""asyncio under the virtual clock: its selector waits in the world, its self-pipe is an event.

Timers, tasks and executors need no more than that. Sockets in an event loop are not modelled here.

**Orders.** asyncio runs what is ready in the order in which it became ready, and timers in the order
in which they are due; no schedule here is ever another one. What it leaves open is how long a step
takes, and with that which timers are due when the loop looks next. So where the loop goes round, and
before a timer is set, the world is asked whether so much time has passed that the next timer is due
(`TURN`; only a *perturbed* schedule ever says yes). A step takes 20 s at most: a time-out of minutes
around a program is a safety net and no race.
"""

from __future__ import annotations

import selectors
import types
from typing import TYPE_CHECKING, Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import START_MONOTONIC_NS
from grader.runtime.guest.locks import Event
from grader.runtime.wire import Op

if TYPE_CHECKING:
    from grader.runtime.guest.coroutines import Observer

IDLE_TURNS, LONG_IDLE_TURNS = 200, 1000
"""turns of a loop in which nothing is printed or handed over: from then on they take time"""
_LONGEST_TURN_NS = 1 << 60
_LONGEST_STEP_NS = 20_000_000_000
_MOST_SUSPENDED = 20


class Selector(selectors._BaseSelectorImpl):  # type: ignore[name-defined,misc]
    """A selector with nothing registered but, in effect, the loop's own wake-up."""

    def __init__(self) -> None:
        super().__init__()
        self.woken = Event()
        self.loop: Any = None
        self.idle_turns = 0
        self.progress = -1

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
        self._selector.loop = self

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


def install_turns(asyncio: Any, observer: Observer) -> None:
    """Let the world say how long a step takes, and tell where coroutines wait when all of them do."""
    base: Any = asyncio.base_events.BaseEventLoop
    plain_select, plain_call_later = Selector.select, base.call_later

    def select(self: Selector, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            tell_suspended(observer)
        found = plain_select(self, timeout)
        if timeout is not None:
            _count_idle_turn(self, observer, timeout)
        _let_time_pass(self.loop)
        return found

    def call_later(self: Any, *args: Any, **options: Any) -> Any:
        _let_time_pass(self)
        return plain_call_later(self, *args, **options)

    Selector.select = select  # type: ignore[method-assign]
    base.call_later = call_later
    _steady_tasks(asyncio)


def _steady_tasks(asyncio: Any) -> None:
    """Tasks in a set (`asyncio.wait`, a TaskGroup, what `asyncio.run` cancels) stand there by their
    hash, which is an address and differs from run to run. Theirs is a number instead."""
    plain: Any = asyncio.tasks.Task
    numbers = iter(range(1, 1 << 60))

    def __hash__(self: Any) -> int:
        if getattr(self, "_world_hash", None) is None:
            self._world_hash = next(numbers)
        return int(self._world_hash)

    names = {"__doc__": plain.__doc__, "__module__": plain.__module__, "__hash__": __hash__}
    asyncio.tasks.Task = asyncio.Task = type("Task", (plain,), names)
    if hasattr(asyncio, "create_eager_task_factory"):  # 3.12
        eager = asyncio.create_eager_task_factory(asyncio.Task)
        asyncio.tasks.eager_task_factory = asyncio.eager_task_factory = eager


def steady_servers(asyncio: Any) -> None:
    """The same for what a server may keep in a set: its tasks, writers and transports."""
    _steady_tasks(asyncio)
    numbers = iter(range(1, 1 << 60))

    def __hash__(self: Any) -> int:
        if getattr(self, "_world_hash", None) is None:
            self._world_hash = next(numbers)
        return int(self._world_hash)

    for kind in (asyncio.StreamWriter, asyncio.StreamReader,
                 asyncio.selector_events._SelectorTransport):
        kind.__hash__ = __hash__


def _until_next_timer(loop: Any) -> int | None:
    """Nanoseconds until a timer that is not due yet; None where there is none."""
    now = START_MONOTONIC_NS + channel.clock + channel.ticks
    whens = [
        int(timer._when * 1e9) + 1 for timer in loop._scheduled
        if not timer._cancelled and type(timer._when) is float and timer._when < 1e9
    ]
    return min((when - now for when in whens if when > now), default=None)


def _let_time_pass(loop: Any) -> None:
    """The step before may have taken so long that the next timer is due, or the one after it."""
    while channel.active:
        wait_ns = _until_next_timer(loop)
        if wait_ns is None or wait_ns > _LONGEST_STEP_NS:
            return
        before = channel.clock
        channel.ask(Op.TURN, wait_ns=wait_ns, where=0)
        if channel.clock == before:
            return


def _count_idle_turn(selector: Selector, observer: Observer, timeout: float) -> None:
    """Going round and round takes time as well. Where a program looks without a pause (`while not
    items: await asyncio.sleep(0)`), a clock that stood still would never let anybody else's timer
    come; and one that has looked a thousand times in vain, with a pause or without, is let do so in
    ever longer steps, so that one that goes on for ever is known soon."""
    if selector.progress != observer.ledger.progress:
        selector.progress = observer.ledger.progress
        selector.idle_turns = 0
    selector.idle_turns += 1
    wait_ns = None
    if selector.idle_turns >= LONG_IDLE_TURNS:
        wait_ns = min(1 << (selector.idle_turns - LONG_IDLE_TURNS) // 4, _LONGEST_TURN_NS)
    elif selector.idle_turns >= IDLE_TURNS and timeout <= 0:
        wait_ns = _until_next_timer(selector.loop)
    if wait_ns is not None:
        channel.ask(Op.SLEEP, wait_ns=wait_ns, where=0)


def tell_suspended(observer: Observer) -> None:
    """The loop has nothing to do: say where each coroutine waits, innermost lines only."""
    alive = [(n, made) for n in sorted(observer.objects) if (made := observer.object_of(n))]
    awaited = {id(inner) for _, made in alive if (inner := awaited_by(made)) is not None}
    numbers = {id(made): number for number, made in alive}
    told = 0
    for number, made in alive:
        frame = frame_of(made)
        if frame is not None and id(made) not in awaited and told < _MOST_SUSPENDED:
            told += 1
            inner = innermost(made)
            at = frame_of(inner)
            name = getattr(awaited_by(inner), "__qualname__", "")
            channel.note("suspended", numbers.get(id(inner), number),
                         0 if at is None else at.f_lineno, str(name)[:100])


def innermost(made: Any) -> Any:
    """The last coroutine of the student's in the chain of those that wait for one another."""
    files, last = channel.files, made
    for _ in range(100):
        made = awaited_by(made)
        if made is None:
            break
        frame = frame_of(made)
        if frame is not None and frame.f_code.co_filename in files:
            last = made
    return last


_KINDS: dict[type, tuple[str, str]] = {
    types.CoroutineType: ("cr_frame", "cr_await"),
    types.GeneratorType: ("gi_frame", "gi_yieldfrom"),
    types.AsyncGeneratorType: ("ag_frame", "ag_await"),
}


def awaited_by(made: Any) -> Any:
    """What a suspended coroutine waits for, if that is a coroutine too."""
    names = _KINDS.get(type(made))
    inner = None if names is None else getattr(made, names[1])
    return inner if type(inner) in _KINDS else None


def frame_of(made: Any) -> Any:
    """The frame of a coroutine that has not ended."""
    names = _KINDS.get(type(made))
    return None if names is None else getattr(made, names[0])
