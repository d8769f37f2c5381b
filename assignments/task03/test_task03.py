"""Checks of task 3: a producer and a consumer with coroutines."""

from __future__ import annotations

from grader.evidence.coroutines import PLAIN
from grader.suite import Line, Schedule, cannot_judge, check, fail, require, text
from grader.suite.leftovers import require_nothing_left
from grader.suite.rules import require_clean_end
from grader.suite.story import ITEMS, Shown, Story, story_of
from grader.suite.words import line_words

PROCESSES = (
    "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "os.exec", "pty.spawn",
    "subprocess.Popen", "_posixsubprocess.fork_exec",
)
"""operations that start another process; the engine stops the program there"""
DRIVEN = frozenset({"sent", "yielded", "returned"})
"""how plain code and a generator that it drives hand values to one another"""


def told(schedule: Schedule) -> Story:
    """The story of this schedule. Nothing is wrong on the strength of what was left out."""
    found = story_of(schedule)
    if not schedule.coroutines.is_whole and (found is None or found.problems()):
        cannot_judge(
            "程序里的协程切换太多，评分器没有全部看完。",
            "The program switches between coroutines so often that the grader did not see it all.",
        )
    if found is None:
        fail(
            "这一次运行里，没有任何东西从一个协程交到另一个协程（或驱动它的代码）手里。",
            "In this run nothing went from one coroutine to another (or to the code that drives"
            " it).", schedule.exited,
        )
    return found


def quoted(line: Line) -> str:
    shown = line.text.strip()
    return f"“{shown[:60]}…”" if len(shown) > 60 else f"“{shown}”"


@check(
    "coroutines", points=2, over="everything",
    title=text("两边都是协程", "both sides are coroutines"),
    requirement=text(
        "生产者和消费者都作为协程运行（用生成器时，其中一边可以是用 next/send 驱动它的普通代码）；"
        "没有线程，没有进程。",
        "Producer and consumer run as coroutines (with generators, one side may be the plain code"
        " that drives the other with next and send); no thread, no process.",
    ),
    hint=text(
        "用 async def 加 await，或者带 yield 的生成器；asyncio.to_thread 和线程池也是线程。",
        "Use async def and await, or generators with yield; asyncio.to_thread and executors are"
        " threads.",
    ),
)
def test_coroutines(schedule: Schedule) -> None:
    require_one_thread(schedule)
    if not schedule.is_exact:
        cannot_judge("这一次运行没有看到结尾。", "This run was not seen to its end.")
    if not schedule.ran_to_end:
        return
    facts = schedule.coroutines
    require(
        facts.known,
        zh="没有任何函数作为协程运行：既没有生成器，也没有 async 函数被执行。",
        en="Nothing ran as a coroutine: no generator and no async function was ever executed.",
        at=schedule.exited,
    )
    found = story_of(schedule)
    if found is None or not found.pairs:
        return
    for made, used in found.pairs:
        require_both_coroutines(schedule, made, used)


def require_one_thread(schedule: Schedule) -> None:
    for event in schedule.operations("START"):
        zh, en = line_words(schedule, event.where)
        fail(
            f"程序启动了线程{zh}；这一题只能用协程（asyncio.to_thread 和线程池也是线程）。",
            f"The program starts a thread{en}; this task is about coroutines (asyncio.to_thread and"
            " executors are threads too).", event.at,
        )
    for event in schedule.operations("FORK", "UNMODELLED"):
        if event.op == "FORK" or (event.note and str(event.note[0]) in PROCESSES):
            zh, en = line_words(schedule, event.where)
            fail(
                f"程序启动了进程{zh}；这一题只能用协程。",
                f"The program starts a process{en}; this task is about coroutines.", event.at,
            )


def require_both_coroutines(schedule: Schedule, made: Shown, used: Shown) -> None:
    facts = schedule.coroutines
    producer = facts.stack_at(made.line.at)[0]
    consumer = facts.stack_at(used.line.at)[0]
    how = used.handover.how if used.handover else ""
    other = facts.known.get(producer or consumer)
    is_driven = how in DRIVEN or (other is not None and other.kind != "coroutine")
    require(
        producer != PLAIN or consumer != PLAIN,
        zh=f"{quoted(made.line)}和{quoted(used.line)}都是普通代码打印的，不是协程。",
        en=f"{quoted(made.line)} and {quoted(used.line)} are both printed by plain code, not by a"
        " coroutine.", at=used.line.at,
    )
    require(
        producer != PLAIN or is_driven,
        zh=f"生产者不是协程：{quoted(made.line)}是普通代码打印的。",
        en=f"The producer is no coroutine: {quoted(made.line)} is printed by plain code.",
        at=made.line.at,
    )
    require(
        consumer != PLAIN or is_driven,
        zh=f"消费者不是协程：{quoted(used.line)}是普通代码打印的。",
        en=f"The consumer is no coroutine: {quoted(used.line)} is printed by plain code.",
        at=used.line.at,
    )


@check(
    "handed_over", points=2, over="some", needs="coroutines",
    title=text("东西真的交过来了", "items really come over"),
    requirement=text(
        "消费者消费的东西真的来自生产者那一边（send、yield、队列、共享的容器……）。",
        "What is consumed really came over from the producer's side (send, yield, a queue, a shared"
        " container ...).",
    ),
    hint=text(
        "两个各自数数的循环不是生产者和消费者：把东西放进 asyncio.Queue，或者用 send 送过去。",
        "Two loops that count by themselves are no producer and consumer: put each item into an"
        " asyncio.Queue, or send it over.",
    ),
)
def test_handed_over(schedule: Schedule) -> None:
    told(schedule)


@check(
    "both_print", points=2, over="some", needs="handed_over",
    title=text("两边都打印", "both sides print"),
    requirement=text(
        "生产者每生产一个打印一行，消费者每拿到一个打印一行，两行里都有这个东西，两种行要不一样。",
        "The producer prints a line for each item it makes, the consumer one for each that it has"
        " taken, both with the item in it; the two kinds of line differ.",
    ),
    hint=text(
        "例如：print(f\"生产 {item}\") 和 print(f\"消费 {item}\")，各在自己那一边的代码里。",
        "For example print(f\"produce {item}\") and print(f\"consume {item}\"), each in its own"
        " side's code.",
    ),
)
def test_both_print(schedule: Schedule) -> None:
    found = told(schedule)
    require(
        found.made,
        zh="生产者那一边没有打印它交出去的东西。",
        en="The producer's side prints no line with what it hands over.", at=schedule.exited,
    )
    require(
        any(one.handover is not None for one in found.used),
        zh="消费者那一边没有打印它拿到的东西。",
        en="The consumer's side prints no line with what it has taken.", at=schedule.exited,
    )
    require(
        found.has_two_kinds_of_line,
        zh=f"两边打印的行一样（{quoted(found.used[0].line)}），分不出谁生产、谁消费。",
        en=f"Both sides print the same line ({quoted(found.used[0].line)}): nobody can tell who"
        " produces and who consumes.", at=found.used[0].line.at,
    )


@check(
    "three_items", points=1, over="respected", needs="both_print",
    title=text("至少三个", "at least three items"),
    requirement=text("至少生产并消费三个。", "At least three items are made and consumed."),
    hint=text("循环三次以上。", "Go round at least three times."),
)
def test_three_items(schedule: Schedule) -> None:
    found = story_of(schedule)
    if found is None:
        return  # `once_in_order` says so
    count = max(len(found.pairs), len(found.made))
    require(
        count >= ITEMS,
        zh=f"只有 {count} 个东西，应当至少 {ITEMS} 个。",
        en=f"There are only {count} items, there should be at least {ITEMS}.", at=schedule.exited,
    )


@check(
    "once_in_order", points=2, needs="both_print",
    title=text("每个一次，按顺序", "each once, in order"),
    requirement=text(
        "每个东西恰好消费一次，同一个生产者的按生产的顺序，而且不早于交出来的时候。",
        "Each item is consumed exactly once, those of one producer in the order in which it made"
        " them, and none before it was handed over.",
    ),
    hint=text(
        "先 get 再打印；等消费完再结束（queue.join() 或结束标记）；用先进先出的队列。",
        "Take first, print then; end only when all is consumed (queue.join() or an end mark); use a"
        " first-in-first-out queue.",
    ),
)
def test_once_in_order(schedule: Schedule) -> None:
    found = told(schedule)
    for one in found.early:
        fail(
            f"消费者打印{quoted(one.line)}的时候，这个东西还没有交到它手里。",
            f"When the consumer prints {quoted(one.line)}, the item has not been handed to it yet.",
            one.line.at,
        )
    require(
        found.made or found.used,
        zh="这一次运行里，没有一行说到交过来的东西。",
        en="In this run no line tells of anything that was handed over.", at=schedule.exited,
    )
    for one in found.lost:
        fail(
            f"生产出来的东西没有被消费：{quoted(one.line)}之后没有对应的消费行。",
            f"An item was made and never consumed: no line of the consumer answers"
            f" {quoted(one.line)}.", one.line.at,
        )
    made = [one.key for one in found.made]
    for one in found.unmade:
        if one.key in made:
            fail(
                f"同一个东西消费了不止一次：{quoted(one.line)}。",
                f"An item is consumed more than once: {quoted(one.line)}.", one.line.at,
            )
        fail(
            f"消费者打印{quoted(one.line)}，但生产者没有打印过这个东西。",
            f"The consumer prints {quoted(one.line)}, and no line of a producer tells of that item.",
            one.line.at,
        )
    require_order(found)


def require_order(found: Story) -> None:
    swapped = found.out_of_order()
    if swapped is not None:
        first, second = swapped
        fail(
            f"顺序不对：{quoted(second.line)}的东西先生产，却在{quoted(first.line)}之后才消费。",
            f"The order is wrong: the item of {quoted(second.line)} was made first and is consumed"
            f" after that of {quoted(first.line)}.", second.line.at,
        )
    taken = found.taken_out_of_order()
    if taken is not None:
        first_taken, second_taken = taken
        fail(
            f"顺序不对：{second_taken.parts[0]} 先放进队列，却在 {first_taken.parts[0]} 之后才取出。",
            f"The order is wrong: {second_taken.parts[0]} was put first and is taken after"
            f" {first_taken.parts[0]}.", second_taken.at,
        )


@check(
    "clean_end", points=1, over="all",
    title=text("自己干净地结束", "ends cleanly by itself"),
    requirement=text(
        "程序自己结束：不卡住，没有未捕获的异常，退出码为 0，没有忘记 await 的协程，没有没做完的任务。",
        "The program ends by itself: no hang, no uncaught exception, exit code 0, no coroutine that"
        " was never awaited, no task left unfinished.",
    ),
    hint=text(
        "协程里不要用会阻塞线程的 queue.Queue.get 或 time.sleep；给消费者一个结束标记，或在最后取消它。",
        "In a coroutine never block the thread (queue.Queue.get); give the consumer an end mark, or"
        " cancel it at the end.",
    ),
)
def test_clean_end(schedule: Schedule) -> None:
    require_nothing_left(schedule, story_of(schedule) if schedule.ran_to_end else None)
    require_clean_end(schedule, [])
