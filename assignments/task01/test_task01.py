"""Checks of task 1: ten threads, joined."""

from __future__ import annotations

import re

from grader.suite import BLOCKING, RELEASING, Schedule, Thread, check, require, text
from grader.suite.rules import (
    finished,
    has_finished,
    pending_of,
    require_clean_end,
    require_no_spin,
    require_ten,
    the_ten,
)
from grader.suite.words import line_words

LIBRARY_NAME = re.compile(r"(Thread|Dummy)-\d+|ThreadPoolExecutor-\d+_\d+")


def ten(schedule: Schedule) -> list[Thread]:
    return the_ten(schedule, lambda s, t: bool(s.lines_of(t.index)))


@check(
    "ten_threads", points=1, over="respected",
    title=text("正好十个子线程", "exactly ten child threads"),
    requirement=text("启动正好 10 个子线程。", "Exactly ten child threads are started."),
    hint=text("数一数 start() 被调用了几次。", "Count how many times start() is called."),
)
def test_ten_threads(schedule: Schedule) -> None:
    require_ten(schedule, ten(schedule))


@check(
    "together", points=1, over="some", of_children=True,
    title=text("十个线程可以同时存活", "all ten can be alive at once"),
    requirement=text(
        "不必等一个子线程结束就能启动下一个。", "No child has to end before the next one is started."
    ),
    hint=text(
        "先在一个循环里全部 start()，再在另一个循环里 join()。",
        "start() all of them in one loop, and join() them in another one.",
    ),
)
def test_together(schedule: Schedule) -> None:
    children = ten(schedule)
    last_start = max((c.started for c in children), default=0)
    early = [c for c in children if c.ended is not None and c.ended < last_start]
    require(
        children and not early,
        zh=f"{early[0].name if early else '线程'} 必须先结束，后面的线程才启动。",
        en=f"{early[0].name if early else 'a thread'} has to end before a later one is started.",
        at=early[0].ended if early else None,
    )


@check(
    "own_name", points=2, of_children=True,
    title=text("打印自己的线程名", "prints its own name"),
    requirement=text(
        "每个子线程自己打印当时的 Thread.name。",
        "Each child prints, from inside itself, its Thread.name as it is then.",
    ),
    hint=text(
        "在线程函数里用 threading.current_thread().name，不要用循环下标拼名字。",
        "Use threading.current_thread().name inside the thread, not a label made from the index.",
    ),
)
def test_own_name(schedule: Schedule) -> None:
    read = {event.note[1] for event in schedule.notes("name_read")}
    for child in finished(schedule, ten(schedule)):
        lines = schedule.lines_of(child.index)
        named = [line for line in lines if mentions(line.text, line.name)]
        require(
            named,
            zh=f"{child.name} 没有打印自己的线程名。",
            en=f"{child.name} did not print its own name.",
            at=lines[-1].at if lines else None,
        )
        require(
            child.index in read or not LIBRARY_NAME.match(named[0].name),
            zh=f"{child.name} 打印的只是一个碰巧相同的标签，没有人读过它的 Thread.name。",
            en=f"{child.name} printed a label that happens to match: nobody read its Thread.name.",
            at=named[0].at,
        )


def mentions(line: str, name: str) -> bool:
    """Does `line` contain `name`, not as a part of a longer number or word?"""
    if not name:
        return False
    before = r"(?<!\d)" if name[0].isdigit() else r"(?<![A-Za-z0-9_])" if name[0].isascii() else ""
    after = r"(?!\d)" if name[-1].isdigit() else r"(?![A-Za-z0-9_])" if name[-1].isalpha() and (
        name[-1].isascii()) else ""
    return re.search(before + re.escape(name) + after, line) is not None


@check(
    "active_count", points=2, of_children=True,
    title=text("打印当前活跃线程数", "prints the number of active threads"),
    requirement=text(
        "每个子线程自己用 active_count() 或 len(enumerate()) 读出活跃线程数，读完不等待就打印。",
        "Each child reads the number itself, by active_count() or len(enumerate()), and prints it"
        " without waiting in between.",
    ),
    hint=text(
        "把 threading.active_count() 直接写进 print()；如果用锁保护打印，就在锁里面读。",
        "Put threading.active_count() right into the print(); under a print lock, read it inside.",
    ),
)
def test_active_count(schedule: Schedule) -> None:
    for child in finished(schedule, ten(schedule)):
        problem = _count_problem(schedule, child)
        require(problem is None, *(problem or ("", "")), at=child.ended)


def _count_problem(schedule: Schedule, child: Thread) -> tuple[str, str] | None:
    """Why no line of `child` shows a number of active threads that it had just read."""
    events = schedule.of(child.index)
    reads = [(e.at, int(e.note[1])) for e in events if e.op == "note" and e.note[0] == "active"]
    if not reads:
        return (
            f"{child.name} 自己没有读取活跃线程数（active_count() 或 enumerate()）。",
            f"{child.name} never read the number of active threads itself.",
        )
    waits = [e for e in events if e.op in BLOCKING and schedule.library_of(e) != "__init__"]
    waits = [e for e in waits if schedule.library_of(e) not in ("logging", "handlers")]
    shown = False
    for line in schedule.lines_of(child.index):
        without_name = line.text.replace(line.name, " ", 1)
        numbers = {int(n) for n in re.findall(r"\d{1,9}", without_name)}
        for at, count in reads:
            if at > line.at or not numbers & {count, count - 1}:
                continue
            shown = True
            if not any(at < wait.at < line.at for wait in waits):
                return None
    if shown:
        return (
            f"{child.name} 读取活跃线程数之后先等待（锁、屏障、睡眠或 join）才打印，数字可能已经过时。",
            f"{child.name} waited (lock, barrier, sleep or join) between reading the number and"
            " printing it, so it may be out of date.",
        )
    return (
        f"{child.name} 没有打印它读到的活跃线程数。",
        f"{child.name} did not print the number of active threads that it read.",
    )


@check(
    "main_waits", points=2, of_children=True,
    title=text("主线程等待所有子线程", "the main thread waits for all"),
    requirement=text(
        "无论怎样调度，主线程自己的代码都要等十个子线程执行完最后一行之后才继续到结尾。",
        "In every schedule the main thread's own code gets past its waiting only after all ten"
        " have run their last line.",
    ),
    hint=text(
        "对每一个线程调用不带超时的 join()。睡眠、带超时的 join 都可能不够久。",
        "join() every thread, without a time-out. Sleeping, or join with a time-out, may be too short.",
    ),
)
def test_main_waits(schedule: Schedule) -> None:
    main_ended = schedule.main_ended
    if main_ended is None:
        return
    for child in ten(schedule):
        late = _first_work_after(schedule, child, main_ended)
        if late is not None:
            zh, en = line_words(schedule, late[1])
            require(
                False,
                zh=f"主线程的代码已经执行完，{child.name} 还没有执行完最后一行{zh}。",
                en=f"The main thread's code was through while {child.name} still had work to do{en}.",
                at=late[0],
            )


def _first_work_after(schedule: Schedule, child: Thread, at: int) -> tuple[int, int] | None:
    """(event, position) of something that `child` still had to do after `at`."""
    if child.ended is not None and child.ended < at:
        return None
    last_line = None
    for event in schedule.of(child.index):
        if event.op in ("payload", "END") or (event.op == "note" and event.note[0] != "exception"):
            continue
        if event.at < at:
            last_line = schedule.place(event.where)
            continue
        if event.op in RELEASING or (event.op != "BEGIN" and not schedule.stack(event.where)):
            continue
        if schedule.library_of(event) == "threading" and schedule.place(event.where) == last_line:
            continue  # on its way out of a barrier: its last line has let the others go on
        return event.at, event.where
    if has_finished(schedule, child):
        return None
    pending = pending_of(schedule, child)
    return (at, pending.where) if pending else None


@check(
    "no_spin", points=1, over="all",
    title=text("阻塞等待，不空转", "waits without spinning"),
    requirement=text(
        "等待就是阻塞：不用空循环，也不比每 0.1 秒更频繁地查看。",
        "Waiting means blocking: no empty loop, no looking more often than every 0.1 s.",
    ),
    hint=text("用 join()、Event 或 Condition 等待。", "Wait with join(), an Event or a Condition."),
)
def test_no_spin(schedule: Schedule) -> None:
    require_no_spin(schedule)


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
