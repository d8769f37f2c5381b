"""What a world with a scenario's clients has more than others: the network, the clients, and when
such a schedule is over.

It ends when every client's script has: whatever the server could still do at that moment it may do
first (a fault in how it takes the last goodbye is a fault), but no more time passes for it.
"""

from __future__ import annotations

from bisect import insort
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

from grader.runtime.wire import (
    CLIENTS_FIRST,
    LOCAL_BITS,
    LONG_WAIT,
    MADE_BY_WORLD,
    NO_WAIT,
    SHARED,
    THREADS_LIMIT,
    TIMED_WAIT,
    WAITED,
    Op,
)
from grader.runtime.world.clients import Net
from grader.runtime.world.network import Network
from grader.runtime.world.resources import Pending, Resource
from grader.runtime.world.sockets import Interest, Socket
from grader.runtime.world.visitors import CUT, TRAFFIC_LIMIT, Cutter, Visitors, Whole

if TYPE_CHECKING:
    from grader.runtime.world.core import World
    from grader.runtime.world.terms import Thread

SETTLING_STEPS = 300
"""what the server may still do when the last client has ended"""
LISTENERS = -14
"""what those touch that connect and those that accept"""
PROCESSES_ALIVE = 128
PROCESSES_EVER = (MADE_BY_WORLD & ~SHARED) >> LOCAL_BITS
_CAN_WAIT = frozenset({Op.NET_RECEIVE, Op.NET_SEND, Op.NET_ACCEPT, Op.NET_CONNECT, Op.NET_POLL})


class Serving:
    """See the module."""

    def __init__(self, world: World, net: Net, cutter: Cutter | None) -> None:
        self._world = world
        self.cutter: Cutter = cutter or Whole()
        self.network = Network(world.resources, net.buffer_bytes)
        self.visitors = Visitors(net, self.network, self._passed)
        world.resources.update(self.visitors.resources())
        self.visitors.wake = self._wake
        self._awake: set[int] = set()
        """clients that may be able to go on; the others need not be looked at"""
        self._steady: set[int] = set()
        """those that can go on, whatever others do before"""
        self._ready: list[int] = []
        """the same, in order"""
        self._deadlines: list[tuple[int, int]] = []
        self.settling = 0
        self.body = b""
        """what goes to the thread beside the result of the operation done last"""
        self._slots = list(range(1, THREADS_LIMIT))
        heapify(self._slots)

    def invite(self) -> list[Thread]:
        """The clients' threads, each about to do its first step."""
        from grader.runtime.world.terms import Thread

        found = []
        for one in self.visitors.all:
            pending, notes = self.visitors.first(one)
            thread = Thread(one.thread, -1, process=-1)
            self._tell(thread, pending, notes)
            found.append(thread)
        return found

    # -- the program's sockets ----------------------------------------------------------------

    def make(self, number: int, kind: str, family: int, process: int) -> Resource:
        """A new socket or selector. Raises ValueError."""
        return self.network.make(number, kind, family, process)

    def note(self, process: int, note: list[Any]) -> bool:
        """Take what a process tells of its sockets; False for a note of another kind. Raises
        ValueError for what makes no sense."""
        kind = note[0]
        if kind == "pair":
            self.network.pair(note[1], note[2], process)
        elif kind == "watch":
            selector, fd, number, mask = note[1:]
            self.network.watch(selector, fd, number, mask, process)
        elif kind == "option":
            number, name, value = note[1:]
            self.network.set_option(number, name, value, process)
        else:
            return False
        return True

    def announced(self, pending: Pending) -> None:
        """A process asks for something on a socket."""
        one = self._world.resources[pending.resource]
        pending.waited = pending.wait_ns != 0 and not one.ready(pending)
        if isinstance(one, Socket):
            pending.touching = LISTENERS if one.state == "listening" else one.connection

    def effect(self, pending: Pending) -> int:
        """Do it."""
        process = self._world.by_index[pending.thread].process
        one = self._world.resources[pending.resource]
        if isinstance(one, Socket) and self.visitors.cuts_reads:
            self._cut(one, pending)
        seen = isinstance(one, Socket) and one.end_seen
        result, self.body = self.network.perform(pending, process)
        if pending.op is Op.NET_RECEIVE and result == 0 and seen:
            pending.stage = 1  # nothing new: see `spinning`
        if pending.op in _CAN_WAIT:
            mode = NO_WAIT if pending.wait_ns == 0 else (
                TIMED_WAIT if pending.wait_ns > 0 else LONG_WAIT)
            pending.argument = mode | (WAITED if pending.waited else 0)
        return result

    def _cut(self, one: Socket, pending: Pending) -> None:
        """Let fewer bytes pass than could, where the order of this schedule says so."""
        if pending.op is Op.NET_RECEIVE and one.inbox:
            passed = self._passed(pending.thread, min(pending.argument >> 1, len(one.inbox)))
            pending.argument = passed << 1 | (pending.argument & 1)
        elif pending.op is Op.NET_SEND and self.visitors.cuts_writes and pending.wait_ns == 0:
            passed = self._passed(pending.thread, min(len(pending.extra), one.room))
            pending.extra = pending.extra[:passed] or pending.extra

    def _passed(self, thread: int, most: int) -> int:
        """How many of `most` bytes pass at once; a cut is a deviation from the plain order."""
        if most <= 1:
            return most
        operation = self._world.by_index[thread].operations
        passed = self.cutter.cut(thread, operation, most)
        if passed < most:
            self._world.deviations.append((thread, operation, CUT - passed))
        return passed

    def close_for(self, process: int) -> None:
        """A process is dead."""
        self.network.abandon(process)

    # -- places for threads and processes -----------------------------------------------------

    def take_slot(self) -> int:
        """The go pipe of a new thread of the main process; 0: there is none left."""
        return heappop(self._slots) if self._slots else 0

    def free_slot(self, slot: int) -> None:
        """Its thread is gone."""
        if slot:
            heappush(self._slots, slot)

    def has_room_for_process(self) -> bool:
        """May another process be born?"""
        members = self._world.family.members
        return len(members) < PROCESSES_EVER and (
            sum(process.status is None for process in members) < PROCESSES_ALIVE
        )

    def has_room_for_thread(self) -> bool:
        """May another thread be started, ever?"""
        return len(self._world.threads) < CLIENTS_FIRST

    # -- which clients can go on --------------------------------------------------------------

    def _wake(self, thread: int) -> None:
        self._awake.add(thread)

    def _wake_those_due(self) -> None:
        while self._deadlines and self._deadlines[0][0] <= self._world.clock:
            self._awake.add(heappop(self._deadlines)[1])

    def ready_clients(self) -> list[Pending]:
        """What clients could do now. Hundreds wait for an answer most of the time, so only those
        are looked at for which something has changed."""
        self._wake_those_due()
        world, fickle = self._world, []
        for index in sorted(self._awake):
            thread = world.by_index[index]
            if thread.pending is None or not world.can_run(thread.pending):
                self._awake.discard(index)
            elif self.visitors.may_miss(index):  # looked at each time
                fickle.append(index)
            else:
                self._awake.discard(index)
                if index not in self._steady:
                    self._steady.add(index)
                    insort(self._ready, index)
        found = sorted(self._ready + fickle) if fickle else self._ready
        return [world.by_index[index].pending for index in found]  # type: ignore[misc]

    def next_deadline(self) -> int | None:
        """When the next client's time runs out."""
        self._wake_those_due()
        while self._deadlines:
            deadline, index = self._deadlines[0]
            pending = self._world.by_index[index].pending
            if pending is not None and pending.deadline == deadline:
                return deadline
            heappop(self._deadlines)
        return None

    # -- the clients --------------------------------------------------------------------------

    def visit(self, thread: Thread, pending: Pending) -> None:
        """Do a step of a client, and take what it wants next."""
        world, visitors = self._world, self.visitors
        one = visitors.of(thread.index)
        began = one.ask is not None
        before = one.end
        if thread.index in self._steady:
            self._steady.discard(thread.index)
            self._ready.remove(thread.index)
        answer = visitors.perform(pending)
        end = one.end or before
        number = 0 if end is None else end.number
        world.log.append(
            [world.clock, thread.index, pending.op.name, number, pending.argument,
             int(answer is None or answer.done), 0, pending.since]
        )
        thread.pending = None
        if answer is None:
            left = -1 if pending.deadline is None else max(0, pending.deadline - world.clock)
            self._tell(thread, visitors.step_of(one, left), [])
        else:
            self._tell(thread, *visitors.go_on(one, answer if began else None))

    def _tell(self, thread: Thread, pending: Pending | None, notes: list[list[Any]]) -> None:
        world = self._world
        for note in notes:
            world.log.append([world.clock, thread.index, "note", note])
        if pending is None:
            thread.ended = thread.finished = True
            return
        if pending.wait_ns >= 0:
            pending.deadline = world.clock + pending.wait_ns
            heappush(self._deadlines, (pending.deadline, thread.index))
        pending.since = len(world.log)
        thread.pending = pending
        self._awake.add(thread.index)

    @property
    def has_too_much_traffic(self) -> bool:
        """Have clients got more than any scenario asks for?"""
        return self.visitors.traffic > TRAFFIC_LIMIT

    def is_over(self, can_go_on: bool) -> bool:
        """Have all clients ended, and the server done what it could still do?"""
        if self.visitors.left:
            return False
        self.settling += 1
        return not can_go_on or self.settling > SETTLING_STEPS


def is_selector(resource: Resource) -> bool:
    """Is it one that a poll can be asked of?"""
    return isinstance(resource, Interest)
