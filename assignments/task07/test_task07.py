"""Checks of task 7: a queue between processes."""

from __future__ import annotations

from grader.evidence.exchange import Item, exchange_of
from grader.suite import Schedule, check, fail, require, text
from grader.suite.items import data_items, is_printed, share_a_worker
from grader.suite.processes import others
from grader.suite.rules import require_clean_end
from grader.suite.words import line_words

FEWEST = 3


def goes_between(schedule: Schedule, item: Item) -> bool:
    """Was it taken by another process than the one that put it, or could it have been, had a pool
    not given both jobs to one worker?"""
    return item.taken_by is not None and (
        schedule.process_of(item.taken_by) != schedule.process_of(item.put_by)
        or share_a_worker(schedule, item)
    )


def who(schedule: Schedule, thread: int) -> str:
    return schedule.process_of(thread).name


@check(
    "between_processes", points=3, over="respected",
    title=text("数据经过进程间队列", "items go from process to process"),
    requirement=text(
        "一个进程放进 multiprocessing 队列的数据，由另一个进程取出，至少三个。",
        "At least three items that one process puts into a multiprocessing queue are taken by another.",
    ),
    hint=text(
        "用 multiprocessing.Queue 和 multiprocessing.Process；queue.Queue 只在一个进程里有效，"
        "threading.Thread 不是进程。",
        "Use multiprocessing.Queue and multiprocessing.Process; a queue.Queue works inside one"
        " process only, and a threading.Thread is no process.",
    ),
)
def test_between_processes(schedule: Schedule) -> None:
    require(
        others(schedule), zh="程序没有启动别的进程。", en="The program starts no other process.",
    )
    items = data_items(schedule)
    require(
        exchange_of(schedule).items,
        zh="没有任何数据放进进程间的队列（multiprocessing 的队列）。",
        en="Nothing is put into a queue between processes (one of multiprocessing).",
    )
    same = [i for i in items if i.taken_by is not None and not goes_between(schedule, i)]
    if same and not any(goes_between(schedule, i) for i in items):
        name = who(schedule, same[0].put_by)
        fail(
            f"数据由同一个进程（{name}）放入又取出，没有到另一个进程。",
            f"The items are put and taken by the same process ({name}); none goes to another.",
            same[0].taken_at,
        )
    many = len([i for i in items if i.taken_by is None or goes_between(schedule, i)])
    require(
        many >= FEWEST,
        zh=f"进程之间只传递了 {many} 个数据，至少要三个。",
        en=f"{many} items went between processes, there should be at least three.",
    )


@check(
    "none_lost", points=2, needs="between_processes",
    title=text("不丢失，不重复", "none is lost, none is taken twice"),
    requirement=text(
        "每种顺序下，放进队列的每个数据都被取出，并且只处理一次。",
        "In every order each item that is put is taken, and handled once.",
    ),
    hint=text(
        "不要用 q.empty() 判断结束；每个消费者要收到自己的结束标记；terminate() 之前先等数据处理完。",
        "Do not stop on q.empty(); every consumer needs an end mark of its own; before terminate()"
        " wait until all items are handled.",
    ),
)
def test_none_lost(schedule: Schedule) -> None:
    items = data_items(schedule)
    for item in items:
        if item.taken_at is None:
            zh, en = line_words(schedule, item.where)
            name = who(schedule, item.put_by)
            fail(
                f"{name} 放入的 {item.value.shown}{zh} 没有被任何进程取出。",
                f"{item.value.shown}, put by {name}{en}, was taken by no process.", item.put_at,
            )
    for item in items:
        before = [
            i for i in items if i.value == item.value and i.taken_by is not None
            and i is not item and i.queue == item.queue and i.taken_at < item.put_at
            and schedule.process_of(i.taken_by) == schedule.process_of(item.put_by)
            and schedule.processes[0] != schedule.process_of(item.put_by)
        ]
        if before and is_printed(schedule, before[0]) and is_printed(schedule, item):
            name = who(schedule, item.put_by)
            fail(
                f"{item.value.shown} 被处理了两次：{name} 取出并打印之后，又放了回去。",
                f"{item.value.shown} was handled twice: {name} took and printed it, and put it back.",
                item.put_at,
            )


@check(
    "printed", points=2, needs="between_processes",
    title=text("取出的进程打印每个数据", "the taker prints each item"),
    requirement=text(
        "取出数据的进程打印每一个数据（0 和空字符串也是数据）。",
        "The process that takes an item prints a line with it (0 and \"\" are items too).",
    ),
    hint=text(
        "取出之后马上打印；结束标记用 None，并用 is None 判断（if not x 会把 0 当成结束）。",
        "Print right after the get; use None as the end mark and ask `is None` (`if not x` takes 0"
        " for the end).",
    ),
)
def test_printed(schedule: Schedule) -> None:
    for item in data_items(schedule):
        if item.taken_by is not None and not is_printed(schedule, item):
            name = who(schedule, item.taken_by)
            fail(
                f"{name} 取出了 {item.value.shown}，却没有打印它。",
                f"{name} took {item.value.shown} and printed no line with it.", item.taken_at,
            )


@check(
    "clean_end", points=3, over="all",
    title=text("每个进程都正常结束", "every process ends by itself"),
    requirement=text(
        "每种顺序下，每个进程都自己结束，退出码为 0；没有未捕获的异常，不卡死，不留下进程。",
        "In every order each process ends by itself with code 0; no uncaught exception, no hang,"
        " nobody left behind.",
    ),
    hint=text(
        "每个消费者一个结束标记；先取完数据再 join 放数据的进程。",
        "One end mark for each consumer; take everything before you join the process that puts it.",
    ),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, [])
