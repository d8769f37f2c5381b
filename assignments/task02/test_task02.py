"""Checks of task 2: a thread-private variable."""

from __future__ import annotations

from grader.suite import Schedule, Thread, check, require, text
from grader.suite.rules import finished, require_clean_end, require_ten, the_ten


def ten(schedule: Schedule) -> list[Thread]:
    return the_ten(schedule, lambda s, t: bool(owned(s, t) or s.lines_of(t.index)))


def owned(schedule: Schedule, child: Thread) -> dict[int, set[tuple[str, str]]]:
    """For each threading.local object: what `child` had in its attribute `name`, (type, value)."""
    found: dict[int, set[tuple[str, str]]] = {}
    for event in schedule.of(child.index):
        if event.op != "note":
            continue
        if event.note[0] == "local_set" and event.note[2] == "name":
            found.setdefault(event.note[1], set()).add((event.note[3], event.note[4]))
        elif event.note[0] == "local_left":
            for attribute, kind, value in event.note[2]:
                if attribute == "name":
                    found.setdefault(event.note[1], set()).add((kind, value))
    return found


def alex_objects(schedule: Schedule, child: Thread) -> set[int]:
    """Numbers of the local objects on which `child` had name == "Alex"."""
    return {n for n, values in owned(schedule, child).items() if ("str", "Alex") in values}


@check(
    "ten_threads", points=2, over="respected",
    title=text("正好十个子线程", "exactly ten child threads"),
    requirement=text("启动正好 10 个子线程。", "Exactly ten child threads are started."),
    hint=text("数一数 start() 被调用了几次。", "Count how many times start() is called."),
)
def test_ten_threads(schedule: Schedule) -> None:
    require_ten(schedule, ten(schedule))


@check(
    "private_name", points=4, of_children=True,
    title=text("每个线程有自己的 name", "each has its own name"),
    requirement=text(
        "每个子线程自己在 threading.local 对象上设置属性 name，值为 \"Alex\"。",
        "Each child itself sets the attribute name, equal to \"Alex\", on a threading.local object.",
    ),
    hint=text(
        "在模块里建一个 local = threading.local()，在线程函数里写 local.name = \"Alex\"。",
        "Make one local = threading.local() in the module; in the thread say local.name = \"Alex\".",
    ),
)
def test_private_name(schedule: Schedule) -> None:
    for child in finished(schedule, ten(schedule)):
        values = owned(schedule, child)
        if alex_objects(schedule, child):
            continue
        if values:
            kind, value = sorted(next(iter(values.values())))[0]
            require(
                False,
                zh=f"{child.name} 的线程私有变量 name 是 {value!r}（{kind}），应当是 'Alex'。",
                en=f"In {child.name} the thread-private name is {value!r} ({kind}), not 'Alex'.",
                at=child.ended,
            )
        require(
            False,
            zh=f"{child.name} 没有在 threading.local 对象上设置自己的 name。",
            en=f"{child.name} has no attribute name of its own on a threading.local object.",
            at=child.ended,
        )


@check(
    "one_object", points=2, needs="private_name", of_children=True,
    title=text("十个线程共用一个 local 对象", "one local object serves all"),
    requirement=text(
        "十个线程用的是同一个 threading.local 对象。", "One threading.local object serves all ten."
    ),
    hint=text(
        "local 对象要在启动线程之前创建一次，不要在线程函数里创建。",
        "Make the local object once, before the threads are started, not inside the thread.",
    ),
)
def test_one_object(schedule: Schedule) -> None:
    shared: set[int] | None = None
    for child in finished(schedule, ten(schedule)):
        mine = alex_objects(schedule, child)
        shared = mine if shared is None else shared & mine
    require(
        shared is None or shared,
        zh="各个线程的 name 不在同一个 threading.local 对象上。",
        en="The threads have their names on different threading.local objects.",
    )


@check(
    "clean_end", points=2, over="all",
    title=text("正常结束", "ends cleanly"),
    requirement=text(
        "没有未捕获的异常，退出码为 0，不卡死，不留下线程。",
        "No uncaught exception, exit code 0, no hang, no thread left behind.",
    ),
    hint=text("看看报告里的调度表，找出最后发生了什么。", "Look in the table for what happened last."),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, ten(schedule))
