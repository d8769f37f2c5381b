"""The world: threads, resources, one clock, one log. A pure state machine; no pipe, no process.

The conductor feeds it announcements and asks what happens next; a strategy answers whenever more
than one thing could. Everything that a verdict rests on is decided and recorded here, out of the
student's reach, and from the same announcements and choices the same log comes out, always.

**Time.** The clock stands still while anybody can run. When nobody can, it jumps to the next
deadline (*respected*). Under the *perturbed* policy the clock is one more actor that the strategy
may choose although threads could run: any thread can be slow. (After the virtual clock of Go's
synctest and the explored clock of frontrun.)

**Spinning.** Who only looks, again and again, lets others go first; when nobody does anything else,
time is allowed to pass although they could run (`world.spinning`).
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from grader.runtime.wire import (
    ANSWERED,
    CLIENTS_FIRST,
    DONE,
    INTERRUPTED,
    LOCAL_BITS,
    NETWORK,
    REFUSED,
    SHARED,
    SLOT_SHIFT,
    Op,
)
from grader.runtime.world.clients import Net
from grader.runtime.world.deeds import Deeds
from grader.runtime.world.processes import (
    CAUGHT,
    GRACE_NS,
    Family,
    Nothing,
    Outside,
    begin_of,
    belongs_to,
    copy_for,
)
from grader.runtime.world.resources import Condition, Pending, Queue, Resource, make_resource
from grader.runtime.world.serving import Serving
from grader.runtime.world.spinning import YIELD_TURNS, SpinWatch
from grader.runtime.world.terms import CLOCK, Grant, Limits, Stop, Strategy, Thread
from grader.runtime.world.visitors import Cutter

STARVED_DECISIONS, STARVED_LOOK = 2000, 50
SPIN_STEP_NS = 50_000_000
LONG_LOOPS = 48
"""times 65 536 turns of loops that compute: some 10 s of tracing"""
CLOCK_END = 1 << 62
"""146 years: nobody waits for what happens after that"""

MOST_HURRIES = 60
"""among processes time passes early only so often: however slow, everybody gets on at last"""
AWAIT, WAIT_CHILD = Op.AWAIT, Op.WAIT_CHILD


class World:
    """One schedule of one program."""

    def __init__(
        self, strategy: Strategy, perturbed: bool, limits: Limits, patience: int = YIELD_TURNS,
        outside: Outside | None = None, net: Net | None = None, cutter: Cutter | None = None,
    ) -> None:
        self.strategy = strategy
        self.perturbed = perturbed
        self.limits = limits
        self.clock = 0
        self.threads: list[Thread] = [Thread(0, -1, Pending(Op.BEGIN, 0))]
        self.by_index: dict[int, Thread] = {0: self.threads[0]}
        """threads of the program and clients of the scenario"""
        self.resources: dict[int, Resource] = {}
        self.log: list[list[Any]] = []
        self.deviations: list[tuple[int, int, int]] = []
        self.decisions = 0
        self.steps = 0
        self.current = 0
        self.watch = SpinWatch(patience)
        self.written: dict[int, set[int]] = {}
        self.alarm: int | None = None
        self.alarm_interval = 0
        self.signalled = False
        self.suspended: dict[int, list[Pending]] = {}
        self.output_bytes = 0
        self.long_loops = 0
        self.unmodelled: Pending | None = None
        self.outside: Outside = outside or Nothing()
        self.family = Family()
        self.deeds = Deeds(self)
        self.departed: Stop | None = None
        """how the main process has ended while others live on"""
        self.departed_at = 0
        self.hurries = 0
        self.serving: Serving | None = None
        self.clients: list[Thread] = []
        """those that have not ended"""
        if net is not None:
            self.serving = Serving(self, net, cutter)
            self.watch.serves = True
            self.clients = self.serving.invite()
            self.by_index |= {client.index: client for client in self.clients}

    # -- what the program tells ---------------------------------------------------------------

    def note(self, thread: int, note: list[Any]) -> None:
        """Take one note of the running thread; raises ValueError for what makes no sense."""
        kind = note[0]
        if kind == "resource":
            _, number, what, first, bound, _ = note
            if not isinstance(number, int) or number in self.resources:
                raise ValueError("a resource announced twice")
            if (number & ~SHARED) >> LOCAL_BITS != self.threads[thread].process:
                raise ValueError("a resource of another process")
            if what in ("socket", "selector") and self.serving is not None:
                process = self.threads[thread].process
                self.resources[number] = self.serving.make(number, what, int(first), process)
            else:
                self.resources[number] = make_resource(
                    what, int(first), None if bound is None else int(bound)
                )
        elif kind == "where":
            if int(note[1]) >> LOCAL_BITS != self.threads[thread].process:
                raise ValueError("a position of another process")
            self.watch.loops[int(note[1])] = str(note[3])
        elif kind == "queue_size":
            queue = self.resources[note[1]]
            if not belongs_to(note[1], self.threads[thread].process):
                raise ValueError("a queue of another process")
            if not isinstance(queue, Queue):
                raise ValueError("the size of what is no queue")
            queue.size = max(0, int(note[2]))
        elif kind == "clock":
            self.watch.of(thread).reads_clock = True
        elif self.serving is not None and self.serving.note(self.threads[thread].process, note):
            return
        self.log.append([self.clock, thread, "note", note])

    def announce(self, pending: Pending, payload: Any = None) -> None:
        """Take the next operation of the running thread."""
        thread = self.threads[pending.thread]
        if pending.op is Op.RESUME:
            thread.pending = self._resumed(pending)
            return
        if pending.op is Op.GONE:
            thread.finished = thread.ended = True
            if self.serving is not None:
                self.serving.free_slot(thread.slot)
            self.log.append(
                [self.clock, thread.index, Op.END.name, 0, 0, DONE, pending.where, len(self.log)]
            )
            self.watch.something_happened()
            return
        if pending.op is Op.FORKED:
            self._give_birth(thread, pending)
        if pending.wait_ns >= 0 and pending.op is not Op.ALARM:
            pending.deadline = self.clock + self.watch.stretched(pending)
        pending.since = len(self.log)
        thread.pending = pending
        if self.serving is not None and pending.op in NETWORK:
            self.serving.announced(pending)
            return
        if payload is not None:
            self.log.append([self.clock, pending.thread, "payload", payload])
        if pending.op is Op.UNMODELLED:
            self.unmodelled = pending

    def _resumed(self, pending: Pending) -> Pending:
        """What the thread broke off for a signal; argument 1: its handler raised, give it up."""
        broken_off = self.suspended[pending.thread].pop()
        waits = broken_off.op is Op.COND_WAIT and broken_off.stage > 0
        if waits and pending.argument:
            condition = self.resources[broken_off.resource]
            if isinstance(condition, Condition) and broken_off.stage == 1:
                condition.waiting.remove(broken_off)
            broken_off.stage = 2
            broken_off.deadline = None
        elif pending.argument:
            pending.since = len(self.log)
            return pending
        elif broken_off.op is Op.PAUSE and broken_off.argument:
            broken_off.deadline = self.clock
        return broken_off

    # -- processes ----------------------------------------------------------------------------

    def _give_birth(self, parent: Thread, forked: Pending) -> None:
        """After a fork both go on: the parent with `forked`, the child with its first step."""
        child = self.family.members[parent.bearing]
        if not forked.argument:
            self.threads[child.main].ended = True
            return
        child.born = True
        if self.serving is not None:
            self.serving.network.inherit(child.parent, child.number)
        self.resources.update(copy_for(child, parent.index, self.resources))
        self.threads[child.main].pending = begin_of(child, forked.where, len(self.log))

    def process_ended(self, number: int, status: int) -> None:
        """The kernel says that a process is gone, and all its threads with it."""
        process = self.family.members[number]
        self.family.bury(number, status)
        if self.serving is not None:
            self.serving.close_for(number)
        for thread in self.threads:
            if thread.process == number:
                thread.ended = thread.finished = True
                thread.pending = None
        self.log.append([self.clock, process.main, "DIED", 0, number, status, 0, len(self.log)])
        self.watch.something_happened()

    def _leave(self, pending: Pending) -> Grant | Stop:
        """A process ends: the last one ends the schedule, and so does the main one unless others
        outlive it."""
        thread = self.threads[pending.thread]
        if thread.process:
            return Grant(pending.thread, DONE, leaves=True)
        stop = Stop("exit", status=pending.argument)
        if not self.family.others_live(0):
            return stop
        self.departed, self.departed_at = stop, self.clock
        return Grant(pending.thread, DONE, leaves=True)

    # -- what happens next --------------------------------------------------------------------

    def decide(self) -> Grant | Stop:
        """Let things happen until a thread can go on, or nothing can any more."""
        if self.unmodelled is not None:  # nothing that others did before it would be exact either
            self._perform(self.unmodelled, [self.unmodelled])
            return Stop("unmodelled")
        if self.departed is None:
            return self._decide()
        if not self.family.others_live(0):
            return self.departed
        outcome = self._decide()
        if isinstance(outcome, Stop) and outcome.reason in (
            "deadlock", "livelock", "steps", "served"
        ):
            return self.departed  # who was left behind stands in the log
        return outcome

    def _decide(self) -> Grant | Stop:
        while True:
            if self.departed is not None and self.clock > self.departed_at + GRACE_NS:
                return self.departed
            if self.steps >= self.limits.steps or self.clock > CLOCK_END:
                return Stop("steps")
            options = self._options()
            if self.serving is not None and self.serving.is_over(bool(options)):
                return Stop("served")
            if not options:
                if not self._pass_time():
                    return Stop("deadlock")
                self.current = -1  # everybody has waited; whoever did so longest goes first
                continue
            patient = self.watch.patient(options)
            if not patient:
                self.watch.forget_yields(options)
                patient = options
                if self.watch.all_spin(options):
                    if self.serving is not None and not self.serving.visitors.left:
                        return Stop("served")
                    if not self._pass_time_while_spinning(options):
                        return Stop("livelock")
                    continue
            chosen = self._choose(patient)
            if chosen is None:
                self._pass_time(of_clients=False)
                continue
            outcome = self._perform(chosen, options)
            if outcome is not None:
                return outcome

    def _options(self) -> list[Pending]:
        found = [
            t.pending
            for t in self.threads
            if t.pending is not None and not t.ended and self.can_run(t.pending)
        ]
        return found if self.serving is None else found + self.serving.ready_clients()

    def can_run(self, pending: Pending) -> bool:
        """Could it be done now, or has its time run out?"""
        if self.signalled and pending.thread == 0:
            return True
        op = pending.op
        if op is Op.SLEEP:
            return pending.deadline is None or pending.deadline <= self.clock
        if op is Op.JOIN:
            ready = self.threads[pending.argument].finished
        elif op is Op.PAUSE:
            ready = False
        elif op is Op.COND_WAIT:
            if pending.stage == 0:
                return True
            if pending.stage == 2:
                return self.deeds.lock_is_free(pending)
            ready = False
        elif op is AWAIT:
            ready = self.outside.is_ready(pending.thread)
        elif op is WAIT_CHILD:
            process = self.threads[pending.thread].process
            ready = self.family.can_answer(process, pending.argument)
        elif pending.resource:
            ready = self.resources[pending.resource].ready(pending)
        else:
            ready = True
        return ready or (pending.deadline is not None and pending.deadline <= self.clock)

    def _next_deadline(self, of_clients: bool = True) -> int | None:
        deadlines = [
            t.pending.deadline
            for t in self.threads
            if t.pending is not None and t.pending.deadline is not None and not t.ended
            and t.pending.deadline > self.clock
        ]
        if self.alarm is not None:
            deadlines.append(self.alarm)
        if self.serving is not None and of_clients:
            clients = self.serving.next_deadline()
            if clients is not None:
                deadlines.append(clients)
        return min(deadlines, default=None)

    def _pass_time(self, of_clients: bool = True) -> bool:
        deadline = self._next_deadline(of_clients)
        if deadline is None:
            return False
        self._set_clock(deadline)
        return True

    def _set_clock(self, now: int) -> None:
        self.clock = max(self.clock, now)
        if self.alarm is not None and self.alarm <= self.clock:
            self.signalled = True
            self.alarm = self.clock + self.alarm_interval if self.alarm_interval else None

    def _pass_time_while_spinning(self, options: list[Pending]) -> bool:
        deadline = self._next_deadline()
        if self.serving is None and any(self.watch.of(p.thread).reads_clock for p in options):
            step = self.clock + SPIN_STEP_NS
            self._set_clock(step if deadline is None else min(step, deadline))
        elif deadline is not None:
            self._set_clock(deadline)
        else:
            return False
        self.watch.time_passed(options)
        return True

    # -- choosing -----------------------------------------------------------------------------

    def _choose(self, options: list[Pending]) -> Pending | None:
        clock = self.perturbed and self.departed is None and self._may_hurry(options)
        clock = clock and (self.hurries < MOST_HURRIES or len(self.family.members) == 1)
        default = self._default(options)
        if len(options) == 1 and not clock:
            return options[0]
        self.decisions += 1
        starved = self._starved(options)
        if starved is not None:  # no choice of the strategy's, and the same in a replay
            return starved
        chosen = self.strategy.choose(options, default, clock)
        if chosen != default:
            self.deviations.append((default, self.by_index[default].operations, chosen))
        if chosen == CLOCK:
            self.hurries += 1
            return None
        return next(p for p in options if p.thread == chosen)

    def _starved(self, options: list[Pending]) -> Pending | None:
        """A thread that could have run for very long; now and then is often enough to look."""
        if self.decisions % STARVED_LOOK:
            return None
        for pending in options:
            if self.decisions - self.by_index[pending.thread].ran_at >= STARVED_DECISIONS:
                return pending
        return None

    def _may_hurry(self, options: list[Pending]) -> bool:
        """May time pass although `options` could run? Not up to an alarm that the main thread has
        set and is still on its way to wait for: only waiting takes time there. Nor up to the end of a
        client's patience, which says nothing about the server."""
        deadline = self._next_deadline(of_clients=False)
        if deadline is None:
            return False
        return deadline != self.alarm or all(p.thread != 0 for p in options)

    def _default(self, options: list[Pending]) -> int:
        best = options[0]
        for pending in options:
            if pending.thread == self.current:
                return pending.thread
            if pending.since < best.since:
                best = pending
        return best.thread

    # -- doing --------------------------------------------------------------------------------

    def _perform(self, pending: Pending, options: list[Pending]) -> Grant | Stop | None:
        thread = self.by_index[pending.thread]
        self.current = pending.thread
        self.steps += 1
        thread.operations += 1
        thread.ran_at = self.decisions
        self.strategy.performed(pending, options)
        if pending.thread >= CLIENTS_FIRST:
            return self._visit(thread, pending)
        if self.signalled and pending.thread == 0:
            self.signalled = False
            self.suspended.setdefault(0, []).append(pending)
            thread.pending = None
            self.log.append([self.clock, 0, "SIGNAL", 0, 0, 0, pending.where, len(self.log)])
            return Grant(0, INTERRUPTED)
        result = self.deeds.do(pending)
        self.watch.performed(
            pending, result, pending.op is Op.ACQUIRE and self._is_lock(pending), self.clock,
            len(self.log),
        )
        if result is None:
            return None
        self.log.append(
            [self.clock, pending.thread, pending.op.name, pending.resource, pending.argument,
             result, pending.where, pending.since]
        )
        thread.pending = None
        return self._ended_by(pending, result) or self._granted(pending, result)

    def _ended_by(self, pending: Pending, result: int) -> Grant | Stop | None:
        """Does the schedule, or its process, end with this operation?"""
        if result == REFUSED and pending.op in (Op.START, Op.FORK):
            return Stop("unmodelled" if self.serving is None else "crowded")
        if pending.op is Op.KILL and result == CAUGHT:
            return Stop("unmodelled")
        if pending.op is Op.KILL and self.family.members[0].status is not None:
            return Stop("died", status=self.family.members[0].status)
        if pending.op is Op.EXIT:
            return self._leave(pending)
        if self.output_bytes > self.limits.output_bytes:
            return Stop("output")
        if pending.op is Op.LOOP:
            self.long_loops += pending.argument == 1
            if self.long_loops > LONG_LOOPS:
                return Stop("no_answer", "its loops go round and round")
            if self.serving is not None and self.watch.of(pending.thread).spin:
                return Stop("livelock")
        return None

    def _granted(self, pending: Pending, result: int) -> Grant:
        if self.serving is None:
            return Grant(pending.thread, result)
        if pending.op is Op.START:
            return Grant(pending.thread, result | self.threads[result].slot << SLOT_SHIFT)
        answered = pending.op in ANSWERED and result >= 0
        return Grant(pending.thread, result, body=self.serving.body if answered else None)

    def _visit(self, thread: Thread, pending: Pending) -> Stop | None:
        """A step of a client, which needs no go."""
        assert self.serving is not None
        self.serving.visit(thread, pending)
        self.watch.something_happened()
        if thread.ended:
            self.clients.remove(thread)
        return Stop("output") if self.serving.has_too_much_traffic else None

    # -- what is told afterwards --------------------------------------------------------------

    @property
    def spins(self) -> list[dict[str, Any]]:
        """Who waited by going round a loop."""
        return self.watch.spins

    @property
    def polls(self) -> list[dict[str, Any]]:
        """Who woke too often to look."""
        return self.watch.polls

    def _is_lock(self, pending: Pending) -> bool:
        resource = self.resources.get(pending.resource)
        return resource is not None and resource.kind in ("lock", "rlock")

    def waiting(self) -> list[dict[str, Any]]:
        """Who cannot go on, for what, and who could help: the wait-for graph."""
        graph = []
        for thread in chain(self.threads, self.clients):
            pending = thread.pending
            if thread.ended or pending is None:
                continue
            target = pending.argument if pending.stage == 2 else pending.resource
            resource = self.resources.get(target)
            held_by = resource.holders() if resource else []
            if pending.op is Op.JOIN:
                held_by = [pending.argument]
            elif pending.op is Op.WAIT_CHILD:
                awaited = self.family.awaited(thread.process, pending.argument)
                held_by = [p.main for p in awaited]
            graph.append(
                {"thread": thread.index, "op": pending.op.name, "resource": target,
                 "where": pending.where, "held_by": held_by, "deadline": pending.deadline}
            )
        return graph
