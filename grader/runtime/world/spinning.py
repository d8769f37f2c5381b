"""Waiting by looking: who goes round a loop without getting on, and who wakes too often to look.

A thread that only looks (reads a variable, asks `is_set`, reads a clock) in a while loop cannot
change anything by itself, so after a few turns everybody else goes first, and after `SPIN_TURNS`
empty turns it is put down as a spin. Counting turns, not seconds, keeps this the same on any
machine. (Fairness after CHESS: Musuvathi and Qadeer, "Fair Stateless Model Checking", PLDI 2008.)
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from typing import Any

from grader.runtime.wire import NETWORK, TIMED_OUT, Op
from grader.runtime.world.resources import Pending

SPIN_TURNS = 1000
YIELD_TURNS = 20
POLL_NS = 100_000_000
POLL_TURNS = 10
KNOWN_SPIN_TURNS = 60

LOOKS = frozenset({Op.READ, Op.IS_SET, Op.LOCKED, Op.SIZE, Op.ACTIVE, Op.ALIVE, Op.CLOCK, Op.LOOP,
                   Op.PEEK})
NEUTRAL = frozenset({Op.RELEASE, Op.CLEAR})
BLOCKING = frozenset(
    {Op.ACQUIRE, Op.WAIT, Op.GET, Op.PUT, Op.JOIN, Op.QUEUE_JOIN, Op.COND_WAIT, Op.SLEEP, Op.PAUSE,
     Op.WAIT_CHILD, Op.AWAIT, Op.NET_POLL}
)
LIBRARY_LOOKS = frozenset({Op.PEEK, Op.WAIT_CHILD})
"""looks by which the library's own threads go round and round (a Pool's, while a result is unread)"""
_AGAIN, _LATE = -errno.EAGAIN, -errno.ETIMEDOUT
_COUNTED = frozenset({Op.READ, Op.CLOCK, Op.LOOP})
"""looks whose argument says for how many they stand"""


@dataclass(slots=True)
class Looking:
    """How long one thread has been only looking, and at what."""

    looks: int = 0
    in_vain: int = 0  # looks announced since anybody last did what could be seen
    seen: int = 0  # how much had happened when it last looked
    at: set[int] = field(default_factory=set)
    reads_clock: bool = False
    spin: dict[str, Any] | None = None
    polls: dict[int, int] = field(default_factory=dict)
    looked_since_poll: bool = False
    yields: bool = False


def _is_empty_turn(pending: Pending, result: int | None, looking: Looking) -> bool:
    """Of a server: a selector that answers at once, a receive, accept or send that finds nothing, an
    end that was seen before. What gets on (bytes, a connection, a close) makes up for it."""
    op = pending.op
    if op is Op.NET_POLL:
        return pending.wait_ns == 0 or not pending.waited
    if op is Op.NET_RECEIVE:
        return result == _AGAIN or (result == 0 and pending.stage == 1)
    if op in (Op.NET_ACCEPT, Op.NET_SEND):
        return result == _AGAIN
    if op is Op.LOOP:
        return pending.argument > 1
    return op in (Op.CLOCK, Op.NET_STATE) and looking.looks > 0


class SpinWatch:
    """Keeps count for all threads of one world."""

    def __init__(self, patience: int) -> None:
        self._patience = patience
        self._looking: dict[int, Looking] = {}
        self._happenings = 0
        self._somebody_yields = False
        self._spun_at: set[int] = set()
        self.serves = False
        """is this a server, whose loop may be the library's?"""
        self.loops: dict[int, str] = {}
        """the kind of loop that a position stands in: "while", "for", or none"""
        self.spins: list[dict[str, Any]] = []
        self.polls: list[dict[str, Any]] = []

    def of(self, thread: int) -> Looking:
        """What is known of a thread, also of one that is new."""
        found = self._looking.get(thread)
        if found is None:
            found = self._looking[thread] = Looking()
        return found

    # -- who goes first -----------------------------------------------------------------------

    def patient(self, options: list[Pending]) -> list[Pending]:
        """Those of `options` that need not let others go first. Who lets others go on may do that
        first, though: what it holds they may be waiting for."""
        if not self._somebody_yields:
            return options
        return [p for p in options if not self.of(p.thread).yields or p.op in NEUTRAL]

    def forget_yields(self, options: list[Pending]) -> None:
        """Everybody wanted to let others go first: somebody has to."""
        for pending in options:
            self.of(pending.thread).yields = False
        self._somebody_yields = False

    def all_spin(self, options: list[Pending]) -> bool:
        """Has each of them looked for very long, and also since something last happened?"""
        return all(self._spins(self.of(p.thread)) for p in options)

    def _spins(self, looking: Looking) -> bool:
        return (
            looking.looks >= SPIN_TURNS
            and looking.seen == self._happenings
            and looking.in_vain >= YIELD_TURNS
        )

    def time_passed(self, options: list[Pending]) -> None:
        """Spinning threads may have another look at what time has changed."""
        for pending in options:
            self.of(pending.thread).looks = SPIN_TURNS - YIELD_TURNS

    def something_happened(self) -> None:
        """Who only looked may have another look."""
        self._happenings += 1
        if self._somebody_yields:
            self._somebody_yields = False
            for looking in self._looking.values():
                looking.yields = False

    def stretched(self, pending: Pending) -> int:
        """How long a wait takes (ns). Where it is known that this thread polls here, longer than
        asked, which any sleep may: so the rest of its polling is let go in fewer steps."""
        turns = self.of(pending.thread).polls.get(pending.where, 0)
        known = 0 < pending.wait_ns < POLL_NS and turns >= 2 * POLL_TURNS
        return POLL_NS if known else pending.wait_ns

    # -- keeping count ------------------------------------------------------------------------

    def performed(
        self, pending: Pending, result: int | None, is_lock: bool, clock: int, event: int
    ) -> None:
        """`pending` was done with `result` (None: it waits on). `is_lock`: on a lock; `event`: its
        place in the log."""
        op = pending.op
        if op is Op.TURN:
            return
        looking = self.of(pending.thread)
        in_vain = (op in BLOCKING and result == TIMED_OUT) or (op in NETWORK and result == _LATE)
        if self.serves and _is_empty_turn(pending, result, looking):
            self._look(looking, pending, clock, event)
            return
        if self.serves and op in (Op.CLOCK, Op.NET_STATE):
            return  # an event loop reads the clock at each turn
        looks = op in LOOKS or (pending.wait_ns == 0 and (in_vain or op is Op.SLEEP))
        # Once, outside of any loop, is no waiting; a look at a pipe may be in a library's loop.
        if looks and (op in LIBRARY_LOOKS or self.loops.get(pending.where)):
            self._look(looking, pending, clock, event)
            return
        short = 0 < pending.wait_ns < POLL_NS and (op is Op.SLEEP or in_vain)
        if short and result is not None:
            if looking.looked_since_poll or in_vain:
                self._poll(looking, pending, clock)
            looking.looked_since_poll = False
        elif op in NEUTRAL or (op is Op.ACQUIRE and is_lock):
            looking.looked_since_poll = True  # to look under a lock is to look
            return
        else:
            looking.polls.clear()
            looking.looked_since_poll = False
        looking.looks = 0
        looking.at.clear()
        looking.reads_clock = False
        looking.spin = None
        self.something_happened()

    def _look(self, looking: Looking, pending: Pending, clock: int, event: int) -> None:
        op = pending.op
        weight = max(1, pending.argument) if op in _COUNTED else 1
        if self.loops.get(pending.where) == "for" and op is not Op.CLOCK and op not in NETWORK:
            weight = 0
        looking.looks += weight
        if looking.seen != self._happenings:
            looking.seen, looking.in_vain = self._happenings, 0
        looking.in_vain += 1
        looking.looked_since_poll = True
        looking.at.add(pending.resource)
        looking.reads_clock = looking.reads_clock or op is Op.CLOCK
        if looking.looks >= KNOWN_SPIN_TURNS and pending.where in self._spun_at:
            looking.looks = max(looking.looks, SPIN_TURNS)
        if looking.looks >= SPIN_TURNS and looking.spin is None:
            looking.spin = {
                "thread": pending.thread, "where": pending.where, "time": clock, "event": event,
                "looked_at": sorted(looking.at), "clock": looking.reads_clock,
            }
            self.spins.append(looking.spin)
            self._spun_at.add(pending.where)
        patience = YIELD_TURNS if op in LIBRARY_LOOKS else self._patience
        if looking.looks >= patience and looking.looks % YIELD_TURNS < weight:
            looking.yields = self._somebody_yields = True

    def _poll(self, looking: Looking, pending: Pending, clock: int) -> None:
        turns = looking.polls.get(pending.where, 0) + 1
        looking.polls[pending.where] = turns
        if turns == POLL_TURNS:
            self.polls.append({
                "thread": pending.thread, "where": pending.where, "time": clock,
                "wait_ns": pending.wait_ns,
            })
