"""Checks of task 6: hello after thirty seconds, without sleep."""

from __future__ import annotations

import re

from grader.suite import SECOND, Event, Line, Schedule, check, require, text
from grader.suite.rules import require_clean_end, require_no_spin
from grader.suite.words import line_words

HELLO = "Hello, World!"
EARLIEST, LATEST = 30 * SECOND - SECOND // 1000, 31 * SECOND
SHORT, OFTEN = SECOND // 10, 20
SLEEPER = re.compile(r"sleep|timeout|ping |wait|delay", re.I)


def calls(schedule: Schedule) -> list[Event]:
    """Where `hello` was called."""
    return list(schedule.notes("call"))


def hello_lines(schedule: Schedule) -> list[Line]:
    """What was printed while `hello` was on the stack."""
    places = {(p.function, p.file) for e in calls(schedule) if (p := schedule.place(e.note[2]))}
    return [
        line for line in schedule.lines
        if line.stream == 1 and any((p.function, p.file) in places for p in schedule.stack(line.where))
    ]


@check(
    "hello_prints", points=3,
    title=text("hello 打印 Hello, World!", "hello prints Hello, World!"),
    requirement=text(
        "名为 hello 的函数自己打印 Hello, World!（一字不差），只打印一次。",
        "A function named hello itself prints exactly Hello, World!, once.",
    ),
    hint=text(
        "def hello(): print('Hello, World!')，注意逗号、空格和大小写。",
        "def hello(): print('Hello, World!') - mind the comma, the blank and the capitals.",
    ),
)
def test_hello_prints(schedule: Schedule) -> None:
    made = calls(schedule)
    require(
        made, zh="程序从头到尾没有调用名为 hello 的函数。",
        en="No function named hello was ever called.", at=schedule.main_ended,
    )
    lines = hello_lines(schedule)
    exact = [line for line in lines if line.text == HELLO]
    other = repr(lines[0].text[:80]) if lines else ""
    require(
        exact,
        zh=f"hello 打印的是 {other}，应当是 {HELLO!r}。" if lines else "hello 没有打印任何内容。",
        en=f"hello printed {other}, not {HELLO!r}." if lines else "hello printed nothing.",
        at=lines[0].at if lines else made[0].at,
    )
    require(
        len(exact) == 1,
        zh=f"Hello, World! 打印了 {len(exact)} 次，应当只有一次。",
        en=f"Hello, World! was printed {len(exact)} times, it should be once.",
        at=exact[-1].at,
    )


@check(
    "thirty_seconds", points=3,
    title=text("程序开始三十秒之后", "thirty seconds after the start"),
    requirement=text(
        "hello 在程序开始 30 秒之后、31 秒之前第一次被调用。",
        "hello is first called 30 s after the program's start, and before 31 s.",
    ),
    hint=text(
        "threading.Timer(30, hello).start()；前后不要再有别的等待。",
        "threading.Timer(30, hello).start(), and no other wait before or after it.",
    ),
)
def test_thirty_seconds(schedule: Schedule) -> None:
    lines = hello_lines(schedule)
    made = [e for e in calls(schedule) if not lines or e.thread in {x.thread for x in lines}]
    made = made or calls(schedule)
    require(
        made, zh="hello 从来没有被调用。", en="hello was never called.", at=schedule.main_ended,
        deadline_ns=30 * SECOND,
    )
    first = made[0]
    when = first.time / SECOND
    zh, en = f"hello 在第 {when:.3g} 秒被调用", f"hello was called at {when:.3g} s"
    require(
        first.time >= EARLIEST, zh=f"{zh}，早于 30 秒。", en=f"{en}, before 30 s.",
        at=first.at, deadline_ns=30 * SECOND,
    )
    require(
        first.time < LATEST or not schedule.respected,
        zh=f"{zh}，应当在 31 秒之前。", en=f"{en}, it should be before 31 s.",
        at=first.at, deadline_ns=30 * SECOND,
    )


@check(
    "no_sleep", points=2, over="everything",
    title=text("不使用 time.sleep()", "no time.sleep()"),
    requirement=text(
        "学生自己的代码不调用 time.sleep（换名字也算），也不让别的程序或 C 库代为睡眠。",
        "The student's own code does not call time.sleep, under any name, nor have another program"
        " or the C library do it.",
    ),
    hint=text(
        "用 threading.Timer、Event().wait(30) 或 sched。",
        "Use threading.Timer, Event().wait(30) or sched.",
    ),
)
def test_no_sleep(schedule: Schedule) -> None:
    for event in schedule.notes("sleep_call"):
        if event.note[1] in ("direct", "handed"):
            following = schedule.events[event.at + 1 :]
            sleep = next((e for e in following if e.thread == event.thread and e.op == "SLEEP"), event)
            zh, en = line_words(schedule, sleep.where)
            require(
                False, zh=f"学生的代码调用了 time.sleep{zh}。",
                en=f"The student's own code calls time.sleep{en}.", at=sleep.at,
            )
    for event in schedule.operations("UNMODELLED"):
        zh, en = line_words(schedule, event.where)
        what = " ".join(str(part) for part in event.note)
        require(
            not SLEEPER.search(what), zh=f"让别的程序或 C 库代为睡眠：{what[:120]}{zh}。",
            en=f"Another program or the C library does the sleeping: {what[:120]}{en}.", at=event.at,
        )


@check(
    "no_spin", points=1, over="all",
    title=text("阻塞等待，不空转", "waits without spinning"),
    requirement=text(
        "等待就是阻塞：不用空循环，也不比每 0.1 秒更频繁地查看。",
        "Waiting means blocking: no empty loop, no looking more often than every 0.1 s.",
    ),
    hint=text("让定时器或 Event 替你等。", "Let a Timer or an Event wait for you."),
)
def test_no_spin(schedule: Schedule) -> None:
    require_no_spin(schedule)
    # There is no work to do in these thirty seconds: who wakes again and again looks at something,
    # if only at how often it has slept.
    for thread in schedule.threads:
        short = [e for e, d in schedule.waits(thread) if 0 < d < SHORT]
        if len(short) > OFTEN:
            zh, en = line_words(schedule, short[0].where)
            who = schedule.name_of(thread)
            require(
                False, zh=f"{who} 醒来 {len(short)} 次，间隔都不到 0.1 秒{zh}，这不是阻塞等待。",
                en=f"{who} wakes {len(short)} times, each time after less than 0.1 s{en}:"
                " that is polling.", at=short[0].at,
            )


@check(
    "clean_end", points=1, over="all",
    title=text("正常结束", "ends cleanly"),
    requirement=text(
        "没有未捕获的异常，退出码为 0，不卡死。", "No uncaught exception, exit code 0, no hang."
    ),
    hint=text("看看报告里的调度表，找出最后发生了什么。", "Look in the table for what happened last."),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, [])
