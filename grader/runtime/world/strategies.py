"""Who goes next: one small class per way of choosing. A replay is just another one.

Sources: POS - Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling" (CAV 2018); PCT -
Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs" (ASPLOS
2010); weighted random after URW of Zhao et al., "Selectively Uniform Concurrency Testing" (ASPLOS
2025). Each treats the clock, where time may pass early, as one more thread.
"""

from __future__ import annotations

from collections import defaultdict, deque
from random import Random

from grader.runtime.wire import Op
from grader.runtime.world.resources import Pending
from grader.runtime.world.terms import CLOCK

_READING = frozenset({Op.READ, Op.IS_SET, Op.LOCKED, Op.SIZE, Op.ACTIVE, Op.ALIVE, Op.PEEK})
STDOUT, THREADS, OTHERS, PROCESSES = -10, -11, -12, -13


def touches(pending: Pending) -> int:
    """The number of what an operation touches, so that racing operations can be told."""
    op = pending.op
    if pending.touching:
        return pending.touching
    if op is Op.OUTPUT:
        return STDOUT
    if op in (Op.START, Op.BEGIN, Op.END, Op.ACTIVE, Op.ALIVE, Op.JOIN):
        return THREADS
    if op in (Op.FORK, Op.FORKED, Op.WAIT_CHILD, Op.KILL, Op.EXIT):
        return PROCESSES
    if op is Op.COND_WAIT:
        return pending.argument if pending.stage != 1 else pending.resource
    return pending.resource or OTHERS


def races(one: Pending, other: Pending) -> bool:
    """Does the order of these two matter? (Same thing, and not two mere looks.)"""
    if touches(one) != touches(other) or touches(one) == OTHERS:
        return False
    return not (one.op in _READING and other.op in _READING)


class RunToBlock:
    """The plain order: go on until blocked, then whoever has waited longest."""

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        return default

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        """Nothing to learn."""


class PartialOrderSampling:
    """POS: random priorities for operations; those that race with what was done draw anew."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._priority: dict[int, float] = {}

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        best, best_priority = default, -1.0
        for pending in options:
            priority = self._priority.get(pending.thread)
            if priority is None:
                priority = self._priority[pending.thread] = self._random.random()
            if priority > best_priority:
                best, best_priority = pending.thread, priority
        if clock:
            priority = self._priority.get(CLOCK)
            if priority is None:
                priority = self._priority[CLOCK] = self._random.random()
            if priority > best_priority:
                del self._priority[CLOCK]
                return CLOCK
        return best

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        self._priority.pop(pending.thread, None)
        mine = touches(pending)
        if mine == OTHERS:
            return
        for other in options:
            if touches(other) == mine and races(pending, other):
                self._priority.pop(other.thread, None)


class ProbabilisticConcurrencyTesting:
    """PCT: fixed random priorities of threads, lowered at `depth - 1` random steps."""

    def __init__(self, random: Random, depth: int, steps: int) -> None:
        self._random = random
        self._priority: dict[int, float] = {}
        self._changes = sorted(random.randrange(1, max(2, steps)) for _ in range(depth - 1))
        self._step = 0

    def _of(self, thread: int) -> float:
        if thread not in self._priority:
            self._priority[thread] = 1 + self._random.random()
        return self._priority[thread]

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        threads = [p.thread for p in options] + ([CLOCK] if clock else [])
        best = max(threads, key=self._of)
        self._step += 1
        while self._changes and self._changes[0] <= self._step:
            self._changes.pop(0)
            self._priority[best] = len(self._changes) / 100
            best = max(threads, key=self._of)
        return best

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        """Priorities do not depend on what was done."""


class WeightedRandom:
    """A random walk weighted by how much each thread still has to do, as an earlier run showed."""

    def __init__(self, random: Random, work: dict[int, int]) -> None:
        self._random = random
        self._left = dict(work)

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        threads = [p.thread for p in options] + ([CLOCK] if clock else [])
        weights = [max(1, self._left.get(t, 1)) for t in threads]
        return self._random.choices(threads, weights)[0]

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        self._left[pending.thread] = self._left.get(pending.thread, 1) - 1


class Laggard:
    """One thread is slower than all the others, and than the clock where that is loose: from its
    beginning, or only once it has waited for a time (`rested`)."""

    def __init__(self, slow: int, rested: bool = False) -> None:
        self._slow = slow
        self._is_slow = not rested

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        if default != self._slow or not self._is_slow:
            return default
        others = [p for p in options if p.thread != self._slow]
        if others:
            return min(others, key=lambda p: p.since).thread
        return CLOCK if clock else default

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        if pending.thread == self._slow and pending.wait_ns > 0:
            self._is_slow = True


class Interrupted:
    """One thread is the quickest until it has done `after` operations, and the slowest from then
    on: each place where one long interruption could fall (after the preemption bound of Musuvathi
    and Qadeer, "Iterative Context Bounding", PLDI 2007)."""

    def __init__(self, thread: int, after: int) -> None:
        self._hurry, self._laggard = Hurry(thread), Laggard(thread)
        self._thread = thread
        self._left = after

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        if self._left > 0:
            return self._hurry.choose(options, default, clock)
        return self._laggard.choose(options, default, clock)

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        self._left -= pending.thread == self._thread


class Hurry:
    """One thread is faster than all the others."""

    def __init__(self, quick: int) -> None:
        self._quick = quick

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        return self._quick if any(p.thread == self._quick for p in options) else default

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        """Who is quick stays quick."""


class HoldBack:
    """Whoever holds something and wants more has to wait as long as anybody else can go on: what
    makes a circle of waiting threads as likely as it can be, however long the circle."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._held: dict[int, int] = defaultdict(int)

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        free = [p for p in options if not (p.op is Op.ACQUIRE and self._held[p.thread] > 0)]
        return self._random.choice(free or options).thread

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        if pending.op is Op.ACQUIRE and pending.wait_ns != 0:
            self._held[pending.thread] += 1
        elif pending.op is Op.RELEASE:
            self._held[pending.thread] = max(0, self._held[pending.thread] - 1)


class Replay:
    """The plain order, but for the deviations: "where `thread` was about to do its `n`-th
    operation, `chosen` went instead". Thread and count, not the number of the decision, so that
    the rest still means the same when a shrinker leaves some of them out."""

    def __init__(self, deviations: list[tuple[int, int, int]]) -> None:
        self._deviations: dict[tuple[int, int], deque[int]] = defaultdict(deque)
        for thread, operation, chosen in deviations:
            if chosen < CLOCK:  # bytes that were cut; see `cuts`
                continue
            self._deviations[thread, operation].append(chosen)
        self._operations: dict[int, int] = defaultdict(int)

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        waiting = self._deviations.get((default, self._operations[default]))
        if waiting:
            allowed = waiting[0] == CLOCK and clock
            if allowed or any(p.thread == waiting[0] for p in options):
                return waiting.popleft()
            waiting.popleft()
        return default

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        self._operations[pending.thread] += 1


class Enumerate:
    """One leaf of the tree of all choices: follow `prefix`, then the first option of each kind.

    `taken` records (choice, number of options) at each decision, from which the explorer makes the
    prefix of the next leaf.
    """

    def __init__(self, prefix: list[int]) -> None:
        self._prefix = prefix
        self.taken: list[tuple[int, int]] = []

    def choose(self, options: list[Pending], default: int, clock: bool) -> int:
        threads = [default] + [p.thread for p in options if p.thread != default]
        if clock:
            threads.append(CLOCK)
        step = len(self.taken)
        choice = self._prefix[step] if step < len(self._prefix) else 0
        choice = min(choice, len(threads) - 1)
        self.taken.append((choice, len(threads)))
        return threads[choice]

    def performed(self, pending: Pending, options: list[Pending]) -> None:
        """The tree is that of choices alone."""
