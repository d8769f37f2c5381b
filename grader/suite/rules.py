"""Rules that several tasks share: who the ten are, a clean end, waiting without spinning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from grader.evidence.facts import RELEASING, SECOND, Thread
from grader.evidence.raw import Blocked
from grader.evidence.schedule import Schedule
from grader.suite.processes import require_clean_processes
from grader.suite.vocabulary import cannot_judge, fail, require
from grader.suite.words import deadlock_words, death_words, exception_words, line_words

Works = Callable[[Schedule, Thread], bool]
LONG = 3600 * SECOND


def the_ten(schedule: Schedule, works: Works) -> list[Thread]:
    """The child threads that the task is about, however many there are.

    Threads that begin in the same function of the student's belong together. A lone daemon or
    Timer beside such a group is a helper, and so is a group of which nobody `works`.
    """
    children = schedule.children
    groups = Counter(child.enters for child in children)
    several = [c for c in children if not ((c.daemon or c.is_timer) and groups[c.enters] == 1)]
    candidates = several or children
    working = {c.enters for c in candidates if works(schedule, c)}
    return [c for c in candidates if c.enters in working] if working else candidates


def require_ten(schedule: Schedule, ten: list[Thread]) -> None:
    """Exactly ten."""
    count = len(ten)
    require(
        count == 10,
        zh=f"运行学生函数的子线程有 {count} 个，应当正好 10 个。",
        en=f"{count} child threads ran the student's functions, there should be exactly 10.",
    )


def pending_of(schedule: Schedule, thread: Thread) -> Blocked | None:
    """What a thread was about to do when the schedule ended."""
    return next((b for b in schedule.waiting if b.thread == thread.index), None)


def has_finished(schedule: Schedule, thread: Thread) -> bool:
    """Has it run its last line? Letting others go on counts as the end of that line, and a pool's
    worker that only waits for its next job has none of the student's code left to run."""
    if thread.ended is not None:
        return True
    pending = pending_of(schedule, thread)
    if pending is None or pending.op in RELEASING or pending.op == "END":
        return True
    return pending.op != "BEGIN" and not schedule.stack(pending.where)


def finished(schedule: Schedule, ten: list[Thread]) -> list[Thread]:
    """Those of the ten that could do all that they had to: one that was left behind breaks the
    check for that, and not those of what it would have printed too."""
    return [thread for thread in ten if has_finished(schedule, thread)]


def require_clean_end(schedule: Schedule, ten: list[Thread]) -> None:
    """It ends by itself with code 0, nobody raises, nobody is left behind."""
    for event in schedule.notes("exception"):
        what, at, at_en = exception_words(event)
        who = schedule.name_of(event.thread)
        if what == "EOFError: EOF when reading a line":
            fail(
                f"程序调用了 input()，但评分时没有人输入{at}。",
                f"The program reads input(), and nobody types anything here{at_en}.", event.at,
            )
        fail(
            f"{who} 中有没有捕获的异常 {what}{at}。",
            f"{who} raised {what}, and nobody caught it{at_en}.", event.at,
        )
    for event in schedule.notes("os_exit"):
        if schedule.process_of(event.thread).number:
            continue
        zh, en = line_words(schedule, int(event.note[2]))
        fail(f"主进程用 os._exit 强行退出{zh}。", f"The main process leaves by os._exit{en}.", event.at)
    _require_end(schedule)
    require(
        schedule.exit_status == 0,
        zh=f"程序以退出码 {schedule.exit_status} 结束，应当是 0。",
        en=f"The program ended with exit code {schedule.exit_status}, it should be 0.",
        at=schedule.exited,
    )
    for thread in ten:
        if not has_finished(schedule, thread):
            pending = pending_of(schedule, thread)
            zh, en = line_words(schedule, pending.where if pending else 0)
            fail(
                f"进程结束时 {thread.name} 还没有执行完{zh}。",
                f"{thread.name} had not run its last line when the process ended{en}.",
                schedule.exited,
            )
    require_clean_processes(schedule)


def _require_end(schedule: Schedule) -> None:
    ending = schedule.ending
    if ending == "deadlock":
        zh, en = deadlock_words(schedule)
        fail(f"程序卡住了：{zh}。", f"The program hangs: {en}.", len(schedule.events) - 1)
    if ending == "livelock":
        spin = schedule.spins[0] if schedule.spins else None
        zh, en = line_words(schedule, spin.where if spin else 0)
        fail(
            f"程序永远空转，不会结束{zh}。", f"The program spins for ever and never ends{en}.",
            len(schedule.events) - 1,
        )
    if ending == "output":
        fail("程序的输出多得没有止境（超过限额）。", "The program prints without end (over the limit).")
    if ending == "died":
        fail(*death_words(schedule.raw.wait_status or 0))
    if ending == "steps" and schedule.raw.clock < LONG:
        cannot_judge(
            f"程序在 {schedule.raw.steps} 步之后还没有结束，评分器没有再等下去。",
            f"The program had not ended after {schedule.raw.steps} steps; the grader gave up there.",
        )
    if ending == "steps":
        hours = schedule.raw.clock // LONG
        fail(
            f"程序不会自己结束：{schedule.raw.steps} 步之后（虚拟时间 {hours} 小时）还在运行。",
            f"The program does not end by itself: it was still running after "
            f"{schedule.raw.steps} steps ({hours} hours of virtual time).",
        )


def require_no_spin(schedule: Schedule) -> None:
    """Waiting blocks: no empty loop, no looking more often than every 0.1 s."""
    for spin in schedule.spins:
        zh, en = line_words(schedule, spin.where)
        who = schedule.name_of(spin.thread)
        fail(
            f"{who} 用空循环等待{zh}：循环了一千多次都没有让出。",
            f"{who} waits by going round an empty loop{en}: more than a thousand turns.",
            spin.event,
        )
    for poll in schedule.polls:
        zh, en = line_words(schedule, poll.where)
        who = schedule.name_of(poll.thread)
        often = poll.wait_ns / SECOND
        fail(
            f"{who} 每 {often:g} 秒查看一次{zh}，比 0.1 秒还频繁，这不是阻塞等待。",
            f"{who} looks every {often:g} s{en}, more often than every 0.1 s: that is polling.",
        )
