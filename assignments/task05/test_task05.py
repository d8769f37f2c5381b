"""Checks of task 5: ten threads, five at a time."""

from __future__ import annotations

from dataclasses import dataclass

from grader.suite import (
    BLOCKING,
    RELEASING,
    SECOND,
    Line,
    Schedule,
    Thread,
    cannot_judge,
    check,
    require,
    text,
)
from grader.suite.rules import finished, require_clean_end, require_no_spin, require_ten, the_ten

SHORTEST, LONGEST = SECOND // 2, 2 * SECOND + SECOND // 1000


@dataclass(frozen=True)
class Work:
    """One thread's work: its begin and end line, and where it can have had and left its place."""

    begin: Line
    end: Line
    worked: int
    has_place: int
    leaves_place: int


def ten(schedule: Schedule) -> list[Thread]:
    return the_ten(schedule, lambda s, t: bool(s.lines_of(t.index)))


def work_of(schedule: Schedule, child: Thread) -> Work | None:
    """The pair of lines that stand closest around half a second of work or more."""
    lines = schedule.lines_of(child.index)
    timed = [
        (e, d) for e, d in schedule.waits(child.index)
        if d and (e.op in ("SLEEP", "PAUSE") or e.result == 0)
    ]
    best: Work | None = None
    for i, begin in enumerate(lines):
        for end in lines[i + 1 :]:
            inside = [(e, d) for e, d in timed if begin.at < e.at < end.began]
            worked = sum(d for _, d in inside)
            first, last = (inside[0][0].asked, inside[-1][0].at) if inside else (begin.at, begin.at)
            if worked < SHORTEST and _spins_between(schedule, child, begin, end):
                worked = end.began_time - begin.time  # no way to work, but `no_spin` says so
            if worked >= SHORTEST:
                if best is None or begin.at > best.begin.at:
                    best = _work(schedule, child, begin, end, worked, first, last)
                break
    return best


def _spins_between(schedule: Schedule, child: Thread, begin: Line, end: Line) -> bool:
    return any(
        spin.thread == child.index and begin.at < spin.event <= end.at for spin in schedule.spins
    )


def _work(
    schedule: Schedule, child: Thread, begin: Line, end: Line, worked: int, first: int, last: int
) -> Work:
    has_place, leaves_place = begin.began, end.at
    for event in schedule.of(child.index):
        if event.op in BLOCKING and begin.at < event.at <= first and event.op != "SLEEP":
            has_place = event.at
        if event.op in RELEASING and last < event.at < end.at:
            leaves_place = min(leaves_place, event.at)
    return Work(begin, end, worked, has_place, leaves_place)


def most_at_once(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """(how many of these spans are open at once at most, where that is first so)."""
    steps = sorted([(a, 1) for a, _ in spans] + [(b, -1) for _, b in spans])
    most = now = 0
    where = 0
    for at, change in steps:
        now += change
        if now > most:
            most, where = now, at
    return most, where


@check(
    "ten_threads", points=1, over="respected",
    title=text("正好十个子线程", "exactly ten child threads"),
    requirement=text(
        "启动正好 10 个子线程（五个线程的线程池不算）。",
        "Exactly ten child threads are started (a pool of five workers is five threads).",
    ),
    hint=text("启动十个 Thread，用 Semaphore(5) 限制。", "Start ten Threads, limit them by Semaphore(5)."),
)
def test_ten_threads(schedule: Schedule) -> None:
    require_ten(schedule, ten(schedule))


@check(
    "begin_and_end", points=2, of_children=True,
    title=text("打印工作的开始和结束", "prints begin and end"),
    requirement=text(
        "每个线程占着位置时打印开始和结束，中间工作大约一秒（0.5 到 2 秒）。",
        "Each prints, while it holds its place, when its work begins and when it ends, and works for"
        " about a second in between (0.5 to 2 s).",
    ),
    hint=text(
        "with sem: print(开始)；time.sleep(1)；print(结束)，三行都在 with 里面。",
        "with sem: print begin; time.sleep(1); print end - all three inside the with block.",
    ),
)
def test_begin_and_end(schedule: Schedule) -> None:
    works = []
    for child in finished(schedule, ten(schedule)):
        work = work_of(schedule, child)
        if work is None and any(e.op == "LOOP" for e in schedule.of(child.index)):
            cannot_judge(
                "线程用计算来消耗时间，评分器的虚拟时间无法测量它有多久。",
                "The work is computation; in virtual time the grader cannot tell how long it takes.",
            )
        require(
            work is not None,
            zh=f"{child.name} 没有打印一对开始和结束，中间有 0.5 秒以上的工作。",
            en=f"{child.name} did not print a begin and an end with at least 0.5 s of work between.",
            at=child.ended,
        )
        assert work is not None
        require(
            work.worked <= LONGEST or not schedule.respected,
            zh=f"{child.name} 工作了 {work.worked / SECOND:g} 秒，应当在 0.5 到 2 秒之间。",
            en=f"{child.name} worked for {work.worked / SECOND:g} s, it should be 0.5 to 2 s.",
            at=work.end.at,
        )
        works.append(work)
    told, where = most_at_once([(w.begin.began, w.end.at) for w in works])
    held, _ = most_at_once([(w.has_place, w.end.at) for w in works])
    require(
        told <= 5 or held == told,
        zh=f"开始那一行在得到位置之前就打印了：同时有 {told} 个线程说自己已经开始。",
        en=f"The begin line is printed before the place is there: {told} threads say at once that"
        " they have begun.",
        at=where,
    )


@check(
    "at_most_five", points=3, over="all", of_children=True,
    title=text("同时最多五个", "at most five at once"),
    requirement=text(
        "无论怎样调度，同时在工作的线程最多五个（从开始那一行到结束那一行）。",
        "In every schedule at most five are at work at once (from begin line to end line).",
    ),
    hint=text(
        "用 Semaphore(5) 或在同一把锁里检查并修改计数；结束那一行要在释放之前打印。",
        "Use Semaphore(5), or test and change the counter under one lock; print the end line before"
        " the release.",
    ),
)
def test_at_most_five(schedule: Schedule) -> None:
    spans = []
    for child in ten(schedule):
        work = work_of(schedule, child)
        if work is not None:
            spans.append((work.has_place, work.end.at))
        else:
            spans += _open_work(schedule, child)
    most, where = most_at_once(spans)
    require(
        most <= 5,
        zh=f"同时有 {most} 个线程在工作，最多只能有五个。",
        en=f"{most} threads were at work at once, there may be five at most.",
        at=where,
    )


def _open_work(schedule: Schedule, child: Thread) -> list[tuple[int, int]]:
    """The span of a thread that was still at work when the schedule ended."""
    if schedule.ran_to_end:
        return []
    sleeping = any(b.thread == child.index and b.op == "SLEEP" for b in schedule.waiting)
    lines = schedule.lines_of(child.index)
    return [(lines[-1].at, len(schedule.events))] if sleeping and lines else []


@check(
    "five_at_once", points=1, over="some", needs="begin_and_end", of_children=True,
    title=text("可以五个同时工作", "five can be at work at once"),
    requirement=text(
        "存在一种调度，五个线程同时在工作。", "There is a schedule in which five are at work at once."
    ),
    hint=text(
        "一把锁一次只放一个；要用值为 5 的信号量。",
        "A lock lets one through at a time; use a semaphore with the value 5.",
    ),
)
def test_five_at_once(schedule: Schedule) -> None:
    works = [w for child in ten(schedule) if (w := work_of(schedule, child)) is not None]
    most, where = most_at_once([(w.begin.at, w.end.began) for w in works])
    require(
        most >= 5,
        zh=f"同时工作的线程最多只有 {most} 个，应当能有五个。",
        en=f"At most {most} threads were ever at work at once, five should be able to.",
        at=where,
    )


@check(
    "no_spin", points=1, over="all",
    title=text("阻塞等待，不空转", "waits without spinning"),
    requirement=text(
        "等待就是阻塞：不用空循环，也不比每 0.1 秒更频繁地查看。",
        "Waiting means blocking: no empty loop, no looking more often than every 0.1 s.",
    ),
    hint=text("用 Semaphore 或 Condition 等待位置。", "Wait for a place with a Semaphore or a Condition."),
)
def test_no_spin(schedule: Schedule) -> None:
    require_no_spin(schedule)


@check(
    "clean_end", points=2, over="all",
    title=text("十个线程都正常结束", "all ten finish cleanly"),
    requirement=text(
        "十个线程都执行完；没有未捕获的异常，退出码为 0，不卡死。",
        "All ten finish; no uncaught exception, exit code 0, no hang.",
    ),
    hint=text("看看报告里的调度表，找出最后发生了什么。", "Look in the table for what happened last."),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, ten(schedule))
