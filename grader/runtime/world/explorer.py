"""Which schedules are tried, in which order, and when enough is enough.

First the plain order, for a clean picture. Where the tree of all choices is small it is walked to
the end, and "all orders" can be said. Elsewhere a fixed mix of samplers: partial-order sampling
most of the time, PCT and a weighted walk as complements, a part of each with the clock let loose.
Budgets are counts; coverage (no new behaviour for long) may end a job early, seconds never do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from random import Random
from typing import Any

from grader.runtime.world.clients import Scenario
from grader.runtime.world.core import World
from grader.runtime.world.cuts import ReplayedCuts, SeededCuts
from grader.runtime.world.spinning import SPIN_TURNS, YIELD_TURNS
from grader.runtime.world.strategies import (
    Enumerate,
    HoldBack,
    Hurry,
    Interrupted,
    Laggard,
    PartialOrderSampling,
    ProbabilisticConcurrencyTesting,
    Replay,
    RunToBlock,
    WeightedRandom,
)
from grader.runtime.world.terms import CLOCK, Limits, Strategy
from grader.runtime.world.visitors import Cutter

ENUMERATE_DECISIONS = 14
ENUMERATE_SHARE, TOO_MANY_ORDERS = 0.5, 4
NONE_NEW = 200
MOST_ONE_SIDED, HOLD_BACKS = 16, 6
TOTAL_STEPS = 600_000
SAME_ENDING = 25
UNKNOWN_ENDING = 3
HOPELESS = frozenset({"steps", "livelock", "output", "died", "memory"})
COSTLY, COSTLY_ENOUGH = frozenset({"memory", "output"}), 6
"""endings that take seconds each"""
UNKNOWN = frozenset({"blocked", "no_answer", "unmodelled", "lost", "contradiction"})
COSTLY_UNKNOWN = frozenset({"blocked", "no_answer"})
"""endings that cost real time"""
ENDLESS = HOPELESS - {"died"}
HOPELESS_VISITS = 2
"""a server that ended so, or that spun, so often in one scenario has failed there; each costs much"""
SPINNING, SPINNING_ENOUGH = 8, 40
"""a program that waits by spinning fails for that and costs many steps: fewer schedules will do"""
LOOP_STEPS = 200
PROCESS_STEPS, DEARER = 150, 4
"""what the birth and death of a process count, and by how much a step among processes is dearer: a
program of many processes gets fewer schedules (a Manager with a Pool some 80 of 150)"""

_MIX = (
    ("pos", False), ("interrupted", True), ("pos", True), ("pct", False), ("pos", False),
    ("weighted_random", False), ("interrupted", True), ("pct", True), ("pos", False), ("pos", True),
)
_MIX_OF_SERVERS = (
    ("pos", False), ("interrupted", False), ("pct", False), ("pos", True), ("interrupted", False),
    ("weighted_random", False), ("pos", False), ("interrupted", True), ("pct", False), ("pos", False),
)
"""time may pass early for a server's own time-outs only, and few have any"""
_INTERRUPTED = sum(name == "interrupted" for name, _ in _MIX)


@dataclass(frozen=True)
class Request:
    """One schedule to run: how to choose, whether the clock is loose, and the program's chance."""

    name: str
    perturbed: bool
    seed: int
    strategy: Strategy
    patience: int = YIELD_TURNS
    scenario: Scenario | None = None
    cutter: Cutter | None = None


@dataclass
class Exploration:
    """What is known so far about one job."""

    budget: int
    seed: int
    number: int = 0
    behaviours: set[int] = field(default_factory=set)
    last_new: int = 0
    steps: int = 0
    length: int = 0
    work: dict[int, int] = field(default_factory=dict)
    complete: bool = False
    endings: list[str] = field(default_factory=list)
    spinning: int = 0

    def learn(self, world: World, ending: str, request: Request) -> None:
        """Take in one schedule that has been run."""
        self.number += 1
        loops = sum(1 for row in world.log if row[2] == "LOOP")
        self.steps += world.steps + loops * LOOP_STEPS
        others = len(world.family.members) - 1
        if others:
            self.steps += (DEARER - 1) * world.steps + DEARER * PROCESS_STEPS * others
        mark = behaviour_of(world, ending)
        if mark not in self.behaviours:
            self.behaviours.add(mark)
            self.last_new = self.number
        self.endings.append(ending)
        self.spinning += bool(world.spins or world.polls)
        self.length = max(self.length, world.decisions)
        if self.number == 1:
            self.work = {t.index: t.operations for t in world.by_index.values()}

    @property
    def none_new_in_last(self) -> int:
        """Length of the last stretch of schedules with no new behaviour."""
        return self.number - self.last_new

    def is_enough(self) -> bool:
        """Has the budget, the coverage or the patience with a hopeless program run out?"""
        same = self.endings[-SAME_ENDING:]
        hopeless = len(same) == SAME_ENDING and set(same) <= HOPELESS
        costly = self.endings[-COSTLY_ENOUGH:]
        hopeless = hopeless or (len(costly) == COSTLY_ENOUGH and set(costly) <= COSTLY)
        unknown = self.endings[-UNKNOWN_ENDING:]
        if len(unknown) == UNKNOWN_ENDING and set(unknown) <= UNKNOWN:
            return True
        if self.endings.count("blocked") >= UNKNOWN_ENDING or "no_answer" in self.endings:
            return True  # each of these costs real time, and no check can pass any more
        if self.spinning >= SPINNING and self.number >= SPINNING_ENOUGH:
            return True
        return (
            self.number >= self.budget
            or self.steps >= TOTAL_STEPS
            or hopeless
            or (self.number >= NONE_NEW and self.none_new_in_last >= NONE_NEW)
        )


def behaviour_of(world: World, ending: str) -> int:
    """A hash that is equal for schedules that differ only in the order of unrelated steps, or in
    which of several equal threads did what: for each resource, the sequence of what was done to
    it, by which line of the program (after Fray's timeline coverage). Compared in one process only.
    """
    lines: dict[Any, list[Any]] = {}
    for row in world.log:
        op = row[2]
        if op == "OUTPUT":
            lines.setdefault("stdout", []).append(row[6])
        elif op not in ("note", "payload") and row[3]:
            lines.setdefault(row[3], []).append((op, row[5], row[6]))
    return hash((ending, frozenset((key, tuple(line)) for key, line in lines.items())))


def requests(known: Exploration) -> Iterator[Request]:
    """The schedules of one job, one after another; `known` is up to date at each step."""
    plain = RunToBlock()
    yield Request("run_to_block", False, known.seed, plain, SPIN_TURNS)
    if known.is_enough():
        return
    if known.length <= ENUMERATE_DECISIONS:
        yield from _all_orders(known)
        if known.complete:
            return
    for request in _one_sided(known):
        if known.is_enough():
            return
        yield request
    while not known.is_enough():
        yield sampled(known, known.number)


def _one_sided(known: Exploration) -> Iterator[Request]:
    """Schedules in which one thread is the slowest or the quickest, and those that hold back who
    wants more than it has: few, and they find at once what a random walk needs luck for."""
    threads = sorted(known.work)[:MOST_ONE_SIDED]
    for thread in threads:
        yield Request("laggard", True, known.seed, Laggard(thread), SPIN_TURNS)
    for thread in threads:
        yield Request("laggard", True, known.seed, Laggard(thread, rested=True), SPIN_TURNS)
    for number in range(HOLD_BACKS):
        chance = Random(f"{known.seed}/hold back/{number}")
        yield Request("hold_back", False, known.seed + number, HoldBack(chance))
    for thread in threads:
        yield Request("laggard", False, known.seed, Laggard(thread))
        yield Request("hurry", False, known.seed, Hurry(thread))


def _all_orders(known: Exploration) -> Iterator[Request]:
    prefix: list[int] | None = []
    share = int(known.budget * ENUMERATE_SHARE)
    while prefix is not None and known.number < share:
        leaf = Enumerate(prefix)
        yield Request("enumerate", True, known.seed, leaf, SPIN_TURNS)
        if not prefix and prod(options for _, options in leaf.taken) > TOO_MANY_ORDERS * share:
            return  # the first path tells roughly how many there are (Knuth's estimate)
        prefix = next_leaf(leaf.taken)
    known.complete = prefix is None


def next_leaf(taken: list[tuple[int, int]]) -> list[int] | None:
    """The prefix of the next leaf in depth-first order, None after the last."""
    for step in range(len(taken) - 1, -1, -1):
        choice, options = taken[step]
        if choice + 1 < options:
            return [c for c, _ in taken[:step]] + [choice + 1]
    return None


def sampled(
    known: Exploration, number: int, mix: Sequence[tuple[str, bool]] = _MIX
) -> Request:
    """The `number`-th schedule of the mix."""
    name, perturbed = mix[number % len(mix)]
    random = Random(f"{known.seed}/{number}")
    program_seed = known.seed + number
    strategy: Strategy
    if name == "pos":
        strategy = PartialOrderSampling(random)
    elif name == "interrupted":
        strategy = Interrupted(*_interruption(known, number))
    elif name == "pct":
        strategy = ProbabilisticConcurrencyTesting(random, 2 + number % 3, max(known.length, 8))
    else:
        strategy = WeightedRandom(random, known.work)
    patience = SPIN_TURNS if perturbed else YIELD_TURNS
    return Request(name, perturbed, program_seed, strategy, patience)


def _interruption(known: Exploration, number: int) -> tuple[int, int]:
    """Which thread is interrupted, after how many operations: each in its turn, in an order that
    chance has made."""
    places = [(thread, n) for thread, work in sorted(known.work.items()) for n in range(1, work)]
    Random(f"{known.seed}/interruptions").shuffle(places)
    turn = number * _INTERRUPTED // len(_MIX)
    return places[turn % len(places)] if places else (0, 1)


def visits(known: Exploration, scenario: Scenario) -> Iterator[Request]:
    """The schedules of one scenario of a server: the plain order, and as many others as it says.
    Where it lets bytes be cut, half of those cut few and half cut many."""
    plain = RunToBlock()
    yield Request("run_to_block", False, known.seed, plain, SPIN_TURNS, scenario)
    while not known.is_enough():
        hopeless = sum(ending in HOPELESS for ending in known.endings)
        if max(hopeless, known.spinning) >= HOPELESS_VISITS or known.endings[-1] in ENDLESS:
            return
        number = known.number
        cutter = SeededCuts(Random(f"{known.seed}/cuts/{number}"), (0.1, 0.6)[number % 2])
        yield replace(sampled(known, number, _MIX_OF_SERVERS), scenario=scenario, cutter=cutter)


def replayed(
    seed: int, patience: int, deviations: list[tuple[int, int, int]],
    scenario: Scenario | None = None,
) -> Request:
    """The schedule that these deviations from the plain order describe."""
    perturbed = any(chosen == CLOCK for _, _, chosen in deviations)
    return Request("replay", perturbed, seed, Replay(deviations), patience, scenario,
                   ReplayedCuts(deviations))


def make_world(request: Request, limits: Limits) -> World:
    """A fresh world for one schedule."""
    net = None if request.scenario is None else request.scenario.plan()
    return World(request.strategy, request.perturbed, limits, request.patience, net=net,
                 cutter=request.cutter)


Run = Callable[[Request], None]
