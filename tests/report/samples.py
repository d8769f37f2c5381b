"""The sample results that the tests of the report (and whoever wants to look) render."""

from __future__ import annotations

from grader.model.base import text
from grader.model.result import (
    Finding,
    Looked,
    Step,
    SubmissionResult,
    TaskResult,
)
from tests.report.attacks import hostile, poison
from tests.report.makers import check, submission, task
from tests.report.pictures import coroutines_task, processes_task
from tests.report.traces import deadlock_trace, pool_trace, race_trace, server_trace, timed_trace


def all_passed() -> SubmissionResult:
    """Two tasks, everything right, and a picture of what was built."""
    five = task(
        5,
        text("十个线程，同时五个", "Ten threads, five at a time"),
        (
            check("ten", text("恰好十个子线程", "Exactly ten child threads")),
            check("five", text("任何时候最多五个在工作", "At most five at work at any time")),
            check("full", text("有时五个同时在工作", "Five can be at work at once"),
                  schedules=Looked(over="some", looked_at=500, broken_in=0)),
        ),
        trace=pool_trace(),
    )  # fmt: skip
    eight = task(8, text("进程间的管道", "A pipe between processes"),
                 (check("arrives", text("消息完整到达", "Every message arrives")),))  # fmt: skip
    return submission(five, eight)


def race_task() -> TaskResult:
    """One failed check with a shrunk race, among others."""
    return task(
        2,
        text("线程私有变量", "A thread-private variable"),
        (
            check("ten", text("恰好十个子线程", "Exactly ten child threads")),
            check(
                "count",
                text("计数没有丢失", "No update of the count is lost"),
                "failed",
                requirement=text("十个线程之后 `count` 必须是 10",
                                 "After ten threads `count` must be 10"),
                message=text("`Thread-2` 在 `Thread-1` 写回之前读取了 `count`，丢了一次加一",
                             "`Thread-2` read `count` before `Thread-1` wrote it back: one"
                             " update was lost"),
                hint=text("读和写之间不能让别的线程插进来：用同一把锁把两行都包起来。",
                          "Nobody may come between the reading and the writing: hold one lock"
                          " around both lines."),
                replay="grader replay 李明_20231234 --task 2 --check count --schedule 7f3a91c2",
                trace=race_trace(),
            ),
            check("local", text("每个线程有自己的 `name`", "Each thread has its own `name`")),
            check("tidy", text("结束时没有遗留线程", "No thread is left behind"), "failed",
                  required=False, max_points=2,
                  requirement=text("程序结束时十个线程都已结束",
                                   "All ten have ended when the program ends"),
                  message=text("`Thread-9` 还在运行", "`Thread-9` was still running"),
                  schedules=Looked(over="respected", looked_at=212, broken_in=212)),
        ),
        message=text("计数丢失", "an update was lost"),
    )  # fmt: skip


def deadlock_task(threads: int = 2) -> TaskResult:
    """One failed check that ends in a deadlock."""
    return task(
        7,
        text("转账", "Bank transfers"),
        (
            check("sum", text("总额不变", "The sum stays the same"), "skipped",
                  message=text("因为 7.2 未通过", "because 7.2 failed")),
            check(
                "ends", text("程序总能结束", "The program always ends"), "failed",
                requirement=text("在每一种调度下都能结束", "It ends in every schedule"),
                message=text("两个线程各持有一把锁，又互相等待对方的锁",
                             "Two threads hold one lock each and wait for the other's"),
                hint=text("总是按同一个顺序取锁。", "Always take the locks in the same order."),
                replay="grader replay demo --task 7 --check ends --schedule 02ff",
                trace=deadlock_trace(threads),
            ),
        ),
    )  # fmt: skip


def timed_task() -> TaskResult:
    """One failed check about virtual time."""
    return task(
        4,
        text("等待主线程的十秒", "Waiting for the main thread's ten seconds"),
        (
            check(
                "early",
                text("没有子线程提前打印时间", "No child prints the time too early"),
                "failed",
                requirement=text("子线程在主线程等满 10 秒之后才打印时间",
                                 "Children print the time only after the main thread's 10 s"),
                message=text("`Thread-1` 在 9.5 秒时就打印了",
                             "`Thread-1` printed at 9.5 s already"),
                schedules=Looked(over="respected", looked_at=500, broken_in=500),
                trace=timed_trace(),
            ),
            check("all", text("十个都打印了", "All ten print")),
        ),
    )  # fmt: skip


def server_task() -> TaskResult:
    """One failed check about a server's clients."""
    return task(
        10,
        text("洪水打不垮的服务器", "A server that a flood cannot take down"),
        (
            check(
                "bounded",
                text("线程数有上限", "A bound for threads"),
                "failed",
                requirement=text("洪水中最多 100 个线程", "At most 100 threads in a flood"),
                message=text("洪水中同时有 159 个线程", "159 threads at once in the flood"),
                schedules=Looked(over="all", looked_at=20, broken_in=20),
                trace=server_trace(),
            ),
        ),
    )  # fmt: skip


def unjudged_task() -> TaskResult:
    """A task where the grader, not the student, is at fault."""
    return task(
        9,
        text("选择器服务器", "A server with selectors"),
        (
            check("echo", text("回送每一条消息", "Every message is answered"), "could_not_judge",
                  message=text("运行超过了 60 秒的安全时限",
                               "The run hit the safety limit of 60 s"),
                  schedules=Looked(over="all", looked_at=0, broken_in=0)),
        ),
        message=text("沙箱没有回答", "the sandbox did not answer"),
        steps=(Step(name="observe", verdict="could_not_judge",
                    message=text("超过安全时限", "safety limit reached")),),
    )  # fmt: skip


def missing_task() -> TaskResult:
    """A task for which no file was handed in."""
    return task(
        11,
        text("asyncio 服务器", "An asyncio server"),
        (),
        verdict="failed",
        max_points=10,
        sandbox="none",
        file="",
        schedules=0,
        behaviours=0,
        certainty=None,
        message=text("没有找到第 11 题的文件（例如 `task11.py`）",
                     "No file for task 11 was found (for example `task11.py`)"),
        steps=(Step(name="intake", verdict="failed"),),
    )  # fmt: skip


def whole_class_day() -> SubmissionResult:
    """A submission with everything in it: failed, unjudged, missing, passed."""
    findings = (
        Finding(kind="contradiction", task="task09", message=text(
            "程序说有 10 个线程，内核只看到 1 个",
            "The program claims 10 threads, the kernel saw 1")),
        Finding(kind="warning", message=text("文件名 `第5题.py` 也可以，但 `task05.py` 更好",
                                             "`第5题.py` works, but `task05.py` is better")),
    )  # fmt: skip
    passed = all_passed().tasks
    return submission(
        race_task(), timed_task(), passed[0], deadlock_task(), passed[1], unjudged_task(),
        missing_task(), coroutines_task(12), findings=findings,
    )  # fmt: skip


def poisoned(attack: str) -> SubmissionResult:
    """A result of every kind of task in which every free text is `attack`."""
    day = whole_class_day()
    day = day.model_copy(update={"tasks": (*day.tasks, server_task())})
    return SubmissionResult.model_validate(poison(day.model_dump(), attack))


SAMPLES = {
    "all_passed": all_passed,
    "race": lambda: submission(race_task()),
    "deadlock": lambda: submission(deadlock_task()),
    "deadlock_of_three": lambda: submission(deadlock_task(3)),
    "timed": lambda: submission(timed_task()),
    "could_not_judge": lambda: submission(unjudged_task()),
    "missing_file": lambda: submission(missing_task(), all_passed().tasks[0]),
    "processes": lambda: submission(processes_task()),
    "coroutines": lambda: submission(coroutines_task()),
    "server": lambda: submission(server_task()),
    "everything": whole_class_day,
    "hostile": hostile,
}
