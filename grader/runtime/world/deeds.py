"""What each operation does to threads, processes and resources, once it may be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.runtime.wire import (
    DONE,
    NETWORK,
    PROCESSES_LIMIT,
    REFUSED,
    THREADS_LIMIT,
    TIMED_OUT,
    Op,
)
from grader.runtime.world.processes import CAUGHT
from grader.runtime.world.resources import Condition, Pending, Resource
from grader.runtime.world.terms import Thread

if TYPE_CHECKING:
    from grader.runtime.world.core import World

BIRTHS_AND_WAITS = frozenset({Op.START, Op.FORK, Op.WAIT_CHILD, Op.KILL, Op.AWAIT})


class Deeds:
    """The deeds in one world. Who may go, and when, is decided there (`world.core`)."""

    def __init__(self, world: World) -> None:
        self._world = world

    def do(self, pending: Pending) -> int | None:
        """Do an operation that is ready, or whose time has run out; its result, None while it still
        has to wait for the second half (a condition's lock)."""
        world = self._world
        op = pending.op
        if op in BIRTHS_AND_WAITS:
            return self._effect_on_others(pending)
        if world.serving is not None and op in NETWORK:
            return world.serving.effect(pending)
        if op is Op.END:
            world.threads[pending.thread].finished = True
            return DONE
        if op is Op.COND_WAIT:
            return self._condition_wait(pending)
        if op is Op.JOIN:
            return DONE if world.threads[pending.argument].finished else TIMED_OUT
        if op is Op.ACTIVE:
            process = world.threads[pending.thread].process
            return sum(not t.ended and t.process == process for t in world.threads)
        if op is Op.ALIVE:
            return int(not world.threads[pending.argument].finished)
        if op is Op.ALARM:
            left = 0 if world.alarm is None else world.alarm - world.clock
            world.alarm = world.clock + pending.wait_ns if pending.wait_ns > 0 else None
            world.alarm_interval = pending.argument
            return left
        if op is Op.WRITE:
            world.written.setdefault(pending.resource, set()).add(pending.thread)
        if not pending.resource:
            return DONE
        resource = world.resources[pending.resource]
        if op is Op.NOTIFY and isinstance(resource, Condition):
            lock = world.resources.get(resource.lock)
            if lock is not None and not _may_use(lock, pending.thread):
                return REFUSED
        return resource.perform(pending) if resource.ready(pending) else TIMED_OUT

    def _effect_on_others(self, pending: Pending) -> int:
        world = self._world
        if pending.op is Op.START:
            return self._start(pending)
        if pending.op is Op.FORK:
            return self._fork(pending)
        if pending.op is Op.WAIT_CHILD:
            return self._wait_child(pending)
        if pending.op is Op.KILL:
            return self._kill(pending)
        return DONE if world.outside.is_ready(pending.thread) else TIMED_OUT

    def _start(self, pending: Pending) -> int:
        world = self._world
        index = slot = len(world.threads)
        process = world.threads[pending.thread].process
        if world.serving is not None:
            slot = world.serving.take_slot() if not process else index
            if not slot or not world.serving.has_room_for_thread():
                return REFUSED
        elif index >= THREADS_LIMIT:
            return REFUSED
        begin = Pending(Op.BEGIN, index, where=pending.where, since=len(world.log))
        self._add(Thread(index, pending.thread, begin, process=process, slot=slot))
        return index

    def _add(self, thread: Thread) -> None:
        world = self._world
        world.threads.append(thread)
        world.by_index[thread.index] = thread

    def _fork(self, pending: Pending) -> int:
        world = self._world
        index = len(world.threads)
        if world.serving is not None:
            if not world.serving.has_room_for_process() or not world.serving.has_room_for_thread():
                return REFUSED
        elif index >= THREADS_LIMIT or len(world.family.members) > PROCESSES_LIMIT:
            return REFUSED
        parent = world.threads[pending.thread]
        child = world.family.bear(parent.process, index)
        parent.bearing = child.number
        self._add(Thread(index, pending.thread, process=child.number))
        return child.number << 16 | index

    def _wait_child(self, pending: Pending) -> int:
        world = self._world
        process = world.threads[pending.thread].process
        found = world.family.awaited(process, pending.argument)
        if not found:
            return REFUSED
        if found[0].status is None:
            return TIMED_OUT
        found[0].reaped = True
        return found[0].number << 16 | found[0].status

    def _kill(self, pending: Pending) -> int:
        """Signals that end a process are modelled, and those that it ignores; handlers are not."""
        world = self._world
        number, signal = pending.argument >> 8, pending.argument & 0xFF
        target = world.family.members[number]
        if target.reaped or not target.born:
            return REFUSED
        if target.status is not None or not signal:
            return DONE
        status = world.outside.kill(number, signal)
        if status == CAUGHT:
            return CAUGHT
        if status >= 0:
            world.process_ended(number, status)
        return DONE

    def _condition_wait(self, pending: Pending) -> int | None:
        world = self._world
        condition = world.resources[pending.resource]
        lock = world.resources[pending.argument]
        assert isinstance(condition, Condition)
        if pending.stage == 0:
            if not _may_use(lock, pending.thread):
                return REFUSED
            release = Pending(Op.RELEASE, pending.thread, pending.argument, 1)
            pending.stored = 0
            while lock.holders() and lock.perform(release) != REFUSED:
                pending.stored += 1
            pending.stage = 1
            condition.waiting.append(pending)
            world.log.append(
                [world.clock, pending.thread, "COND_SLEEP", pending.resource, pending.argument, 0,
                 pending.where, pending.since]
            )
            if pending.wait_ns >= 0:
                pending.deadline = world.clock + pending.wait_ns
            return None
        if pending.stage == 1:
            condition.waiting.remove(pending)
            pending.outcome = TIMED_OUT
            pending.stage = 2
            pending.deadline = None
            return None
        lock.perform(
            Pending(Op.ACQUIRE, pending.thread, pending.argument, stored=pending.stored)
        )
        return pending.outcome

    def lock_is_free(self, pending: Pending) -> bool:
        world = self._world
        return world.resources[pending.argument].ready(
            Pending(Op.ACQUIRE, pending.thread, pending.argument)
        )


def _may_use(lock: Resource, thread: int) -> bool:
    """Is a condition's lock held: an RLock by `thread`, a plain one by anybody?"""
    holders = lock.holders()
    return holders == [thread] if lock.kind == "rlock" else bool(holders)
