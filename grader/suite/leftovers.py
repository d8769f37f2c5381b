"""What a program with coroutines must not leave undone, and who waits where when it hangs."""

from __future__ import annotations

from grader.evidence.schedule import Schedule
from grader.suite.rules import LONG
from grader.suite.story import Story
from grader.suite.vocabulary import fail
from grader.suite.words import line_words

_WAITS = {
    "Queue.get": ("等队列里有东西（get）", "waits for an item (Queue.get)"),
    "Queue.put": ("等队列有空位（put）", "waits for room (Queue.put)"),
    "Queue.join": ("等队列处理完（join）", "waits until every item is done (Queue.join)"),
    "Event.wait": ("等事件（wait）", "waits for an event (Event.wait)"),
    "Condition.wait": ("等通知（Condition.wait）", "waits for a notification (Condition.wait)"),
    "Lock.acquire": ("等锁", "waits for a lock"),
    "Semaphore.acquire": ("等信号量", "waits for a semaphore"),
}


def require_nothing_left(schedule: Schedule, story: Story | None) -> None:
    """Nothing was forgotten: no coroutine without await, no task, no exception. A consumer that
    still waits when everything is consumed may stay where it is."""
    _require_no_hang(schedule)
    for event in schedule.notes("unawaited"):
        name = event.note[1] or "?"
        zh, en = line_words(schedule, int(event.note[2]))
        fail(
            f"协程 {name} 从来没有被 await{zh}。", f"The coroutine {name} was never awaited{en}.",
            event.at,
        )
    for event in schedule.notes("loop_problem"):
        message, kind, detail = event.note[1:4]
        problem = f"{kind}: {detail}" if detail else kind
        fail(
            f"有异常没有人处理：{problem or message}（{message}）。",
            f"An exception that nobody handles: {problem or message} ({message}).", event.at,
        )
    for event in schedule.notes("unraisable"):
        fail(
            f"协程关闭时出了异常：{event.note[1]}: {event.note[2]}。",
            f"An exception while a coroutine was closed: {event.note[1]}: {event.note[2]}.", event.at,
        )
    for event in schedule.notes("pending"):
        if not _is_idle_consumer(schedule, str(event.note[1]), story):
            fail(
                f"程序结束时任务 {event.note[1]} 还没有做完（Task was destroyed but it is pending）。",
                f"The task {event.note[1]} is still unfinished when the program ends (Task was"
                " destroyed but it is pending).", event.at,
            )


def _is_idle_consumer(schedule: Schedule, name: str, story: Story | None) -> bool:
    """Is it a consumer that has nothing left to take, or a task that the library made for one?"""
    if all(one.name != name for one in schedule.coroutines.known.values()):
        return True
    if story is None or story.lost:
        return False
    known = schedule.coroutines.known
    return any(known[n].name == name for n in story.takers if n in known)


def _require_no_hang(schedule: Schedule) -> None:
    if schedule.ending == "steps" and schedule.raw.clock >= LONG:
        zh, en = _last_words(schedule)
        fail(
            f"程序不会自己结束：协程一直在转，但再也没有东西被生产或消费{zh}。",
            f"The program does not end by itself: its coroutines go round and round, and nothing is"
            f" made or consumed any more{en}.", len(schedule.events) - 1,
        )
    if schedule.ending != "deadlock":
        return
    suspended = schedule.coroutines.suspended
    last = suspended[-1].at if suspended else 0
    blocked = schedule.waiting[0] if schedule.waiting else None
    is_loop = blocked is not None and blocked.op == "WAIT" and suspended and not any(
        event.op not in ("note", "payload") for event in schedule.events[last + 1 :]
    )
    if blocked is not None and not is_loop:
        place = schedule.place(blocked.where)
        name = place.function if place else ""
        inside = [c for c in schedule.coroutines.known.values() if c.name.endswith(name) and name]
        if inside and blocked.op in ("GET", "PUT", "ACQUIRE", "WAIT", "JOIN", "QUEUE_JOIN"):
            zh, en = line_words(schedule, blocked.where)
            fail(
                f"程序卡住了：协程 {name} 调用了会阻塞整个线程的操作{zh}，别的协程再也得不到运行。",
                f"The program hangs: the coroutine {name} makes a call that blocks the whole"
                f" thread{en}, so no other coroutine can ever run.", len(schedule.events) - 1,
            )
        return
    first = [one for one in suspended if one.at >= last - len(suspended)][:4]
    zh = "；".join(_waits(schedule, one.coroutine, one.line, one.inside)[0] for one in first)
    en = "; ".join(_waits(schedule, one.coroutine, one.line, one.inside)[1] for one in first)
    if first:
        fail(
            f"程序卡住了：所有协程都在等，谁也不会被唤醒。{zh}。",
            f"The program hangs: every coroutine waits and nobody can wake it. {en}.",
            len(schedule.events) - 1,
        )


def _last_words(schedule: Schedule) -> tuple[str, str]:
    """What was printed last."""
    lines = [line for line in schedule.lines if line.stream == 1]
    if not lines:
        return "", ""
    shown = lines[-1].text.strip()[:60]
    return f"（最后一行是“{shown}”）", f" (the last line was “{shown}”)"


def _waits(schedule: Schedule, number: int, line: int, inside: str) -> tuple[str, str]:
    found = schedule.coroutines.known.get(number)
    name = found.name if found else "?"
    place = f"（{found.file} 第 {line} 行）" if found and line else ""
    place_en = f" ({found.file}, line {line})" if found and line else ""
    zh, en = _WAITS.get(inside, ("在等", "waits"))
    return f"{name} {zh}{place}", f"{name} {en}{place_en}"
