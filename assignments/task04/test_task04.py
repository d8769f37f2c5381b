"""Checks of task 4: ten threads that wait for the main thread's ten seconds."""

from __future__ import annotations

from grader.suite import SECOND, Schedule, Thread, check, require, text
from grader.suite.clock_text import shows_moment, shows_time
from grader.suite.rules import finished, require_clean_end, require_ten, the_ten
from grader.suite.words import line_words

TEN_SECONDS = 10 * SECOND - SECOND // 1000


def ten(schedule: Schedule) -> list[Thread]:
    return the_ten(schedule, lambda s, t: bool(s.lines_of(t.index)))


def wait_over(schedule: Schedule) -> int | None:
    """The event at which the main thread has waited for ten seconds; None if it never did.

    Any blocking counts, in one piece or several, but waiting for one of the ten to end.
    """
    children = {child.index for child in ten(schedule)}
    waited = 0
    for event, duration in schedule.waits(0):
        if event.op == "JOIN" and event.argument in children and event.result == 1:
            continue
        if event.op in ("WAIT", "COND_WAIT", "ACQUIRE", "GET", "PUT", "QUEUE_JOIN") and (
            event.result != 0 and _let_go_by(schedule, event.resource, event.at) in children
        ):
            continue
        waited += duration
        if waited >= TEN_SECONDS:
            return event.at
    return None


def _let_go_by(schedule: Schedule, resource: int, before: int) -> int:
    """Which thread last did something with `resource` that can let others go on."""
    for event in reversed(schedule.events[:before]):
        if event.resource == resource and event.op in (
            "SET", "NOTIFY", "RELEASE", "PUT", "GET", "TASK_DONE"
        ):
            return event.thread
    return 0


def reads_of(schedule: Schedule, child: Thread) -> list[tuple[int, int]]:
    """(event, virtual time) of each reading of the wall clock by `child`."""
    return [
        (e.at, int(e.note[2])) for e in schedule.of(child.index)
        if e.op == "note" and e.note[0] == "clock" and e.note[1] == "wall"
    ]


def slept_between(schedule: Schedule, child: Thread, read: int, line: int, over: int) -> bool:
    """Did `child` block from before `over` to after it, between taking the time and printing it?

    Such a time is stale. One that was taken and printed too early is not: `not_before` fails it.
    """
    return any(
        read < event.at <= line and event.asked <= over < event.at
        for event, _ in schedule.waits(child.index)
    )


@check(
    "ten_threads", points=1, over="respected",
    title=text("正好十个子线程", "exactly ten child threads"),
    requirement=text("启动正好 10 个子线程。", "Exactly ten child threads are started."),
    hint=text("数一数 start() 被调用了几次。", "Count how many times start() is called."),
)
def test_ten_threads(schedule: Schedule) -> None:
    require_ten(schedule, ten(schedule))


@check(
    "main_waits_ten_seconds", points=2, over="respected",
    title=text("主线程等待十秒", "the main thread waits ten seconds"),
    requirement=text(
        "主线程自己阻塞等待 10 秒（time.sleep 或其他限时等待，可以分几段）。",
        "The main thread itself waits 10 s by blocking (time.sleep or another timed wait).",
    ),
    hint=text("在主线程里写 time.sleep(10)。", "Say time.sleep(10) in the main thread."),
)
def test_main_waits_ten_seconds(schedule: Schedule) -> None:
    waited = sum(d for e, d in schedule.waits(0) if e.op != "JOIN" or e.result != 1) / SECOND
    require(
        wait_over(schedule) is not None,
        zh=f"主线程没有等满 10 秒（它自己只等了 {waited:g} 秒）。",
        en=f"The main thread did not wait for 10 s (it waited for {waited:g} s of its own).",
        at=schedule.main_ended,
    )
    for spin in schedule.spins:
        if spin.thread == 0:
            zh, en = line_words(schedule, spin.where)
            require(
                False, zh=f"主线程用空循环代替等待{zh}。",
                en=f"The main thread goes round an empty loop instead of waiting{en}.", at=spin.event,
            )


@check(
    "not_before", points=3, over="all", needs="main_waits_ten_seconds", of_children=True,
    title=text("等待结束之前不打印时间", "no time is printed before"),
    requirement=text(
        "无论怎样调度，也无论主线程等得多久，子线程都不能在它等完之前打印时间。",
        "In every schedule, and however long the main thread's wait takes, no child prints the time"
        " before it is over.",
    ),
    hint=text(
        "让子线程等 event.wait()（不带超时），由主线程睡完之后 event.set()。",
        "Let the children wait with event.wait() (no time-out), and set() the event after the sleep.",
    ),
)
def test_not_before(schedule: Schedule) -> None:
    over = wait_over(schedule)
    for child in ten(schedule):
        reads = reads_of(schedule, child)
        for line in schedule.lines_of(child.index):
            if over is not None and line.began > over:
                break
            told = any(at <= line.at and shows_moment(line.text, t) for at, t in reads)
            require(
                not (told and shows_time(line.text)),
                zh=f"{child.name} 在主线程等完 10 秒之前就打印了时间（虚拟时间 {line.time / SECOND:g} 秒）。",
                en=f"{child.name} printed the time before the main thread's 10 s were over"
                f" (at {line.time / SECOND:g} s of virtual time).",
                at=line.at, deadline_ns=10 * SECOND,
            )


@check(
    "prints_time", points=2, of_children=True,
    title=text("每个线程打印当前时间", "each prints the current time"),
    requirement=text(
        "每个子线程在等待之后自己读取当前时间并打印，格式不限。",
        "Each child takes the current time itself, after the wait, and prints it, in any form.",
    ),
    hint=text(
        "在等待之后写 print(datetime.datetime.now())。",
        "After the wait, say print(datetime.datetime.now()).",
    ),
)
def test_prints_time(schedule: Schedule) -> None:
    over = wait_over(schedule) or 0
    for child in finished(schedule, ten(schedule)):
        reads, lines = reads_of(schedule, child), schedule.lines_of(child.index)
        good = any(
            at <= line.at and not slept_between(schedule, child, at, line.at, over)
            and shows_time(line.text) and shows_moment(line.text, t)
            for line in lines for at, t in reads
        )
        if good:
            continue
        require(
            not any(shows_time(line.text) for line in lines),
            zh=f"{child.name} 打印的时间不是它在等待之后自己读取的当前时间。",
            en=f"What {child.name} printed is not a current time that it took after the wait.",
            at=lines[-1].at if lines else None,
        )
        require(
            False,
            zh=f"{child.name} 在等待之后没有打印当前时间。",
            en=f"{child.name} did not print the current time after the wait.",
            at=child.ended,
        )


@check(
    "started_and_blocked", points=1, required=False, over="respected",
    needs="main_waits_ten_seconds", of_children=True,
    title=text("先启动，再阻塞等待", "started first, then blocked"),
    requirement=text(
        "十个线程都在主线程的等待结束之前启动，并阻塞到它结束（不空转、不频繁查看）。",
        "All ten are started before the main thread's wait ends, and block until it is over.",
    ),
    hint=text(
        "先启动十个线程，让它们等在 Event 上，然后主线程再 sleep(10)。",
        "Start the ten first and let them wait on an Event; then let the main thread sleep(10).",
    ),
)
def test_started_and_blocked(schedule: Schedule) -> None:
    over = wait_over(schedule)
    assert over is not None
    moment = schedule.events[over].time
    for child in finished(schedule, ten(schedule)):
        require(
            child.started < over,
            zh=f"{child.name} 在主线程等完之后才启动，它没有等过。",
            en=f"{child.name} was started only after the main thread's wait: it waited for nothing.",
            at=child.started,
        )
        # Blocked across the end of the wait, or woken at the same moment to have another look.
        blocked = any(
            (e.at > over and e.asked <= over) or (duration and e.time == moment)
            for e, duration in schedule.waits(child.index)
        )
        require(
            blocked,
            zh=f"{child.name} 没有一直阻塞到主线程等完。",
            en=f"{child.name} was not blocked until the main thread's wait was over.",
            at=child.began,
        )
    for found in [*schedule.spins, *schedule.polls]:
        if found.thread:
            zh, en = line_words(schedule, found.where)
            require(
                False, zh=f"{schedule.name_of(found.thread)} 用空转或频繁查看代替阻塞{zh}。",
                en=f"{schedule.name_of(found.thread)} spins or polls instead of blocking{en}.",
            )


@check(
    "clean_end", points=1, over="all",
    title=text("正常结束", "ends cleanly"),
    requirement=text(
        "没有未捕获的异常，退出码为 0，不卡死，不留下线程。",
        "No uncaught exception, exit code 0, no hang, no thread left behind.",
    ),
    hint=text("看看报告里的调度表，找出最后发生了什么。", "Look in the table for what happened last."),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, ten(schedule))
