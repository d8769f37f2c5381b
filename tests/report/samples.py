"""Builds the sample results that the tests of the report (and whoever wants to look) render."""

from __future__ import annotations

from typing import Any

from grader.model.base import Text, Verdict, text
from grader.model.result import (
    Cell,
    Certainty,
    CheckResult,
    Finding,
    Looked,
    Step,
    SubmissionResult,
    TaskResult,
    TaskTiming,
    Trace,
    TraceThread,
    Volatile,
    Waiting,
)

SECOND = 10**9
SURE = text("500 次调度，42 种行为，最近 120 次没有新的",
            "500 schedules, 42 behaviours, none new in the last 120")  # fmt: skip


def certainty(schedules: int = 500) -> Certainty:
    """A sampled certainty."""
    return Certainty(
        kind="sampled", schedules=schedules, behaviours=42, none_new_in_last=120, text=SURE
    )


def cell(step: int, thread: int, kind: Any, zh: str, en: str, **more: Any) -> Cell:
    """One row of a trace."""
    return Cell(step=step, thread=thread, kind=kind, text=text(zh, en),
                **{"time_ns": 0, **more})  # fmt: skip


def check(name: str, title: Text, verdict: Verdict = "passed", **more: Any) -> CheckResult:
    """One check; a failed one was broken in 37 of 500 schedules."""
    most = more.pop("max_points", 5)
    looked = Looked(over="all", looked_at=500, broken_in=37 if verdict == "failed" else 0)
    values: dict[str, Any] = {
        "required": True,
        "points": most if verdict == "passed" else 0,
        "schedules": looked,
        "certainty": certainty(),
        **more,
    }
    return CheckResult(id=name, title=title, verdict=verdict, max_points=most, **values)


def task(number: int, title: Text, checks: tuple[CheckResult, ...], **more: Any) -> TaskResult:
    """One task, its verdict and points made from its checks unless they are given."""
    verdicts = [one.verdict for one in checks if one.required]
    verdict = next((v for v in ("failed", "could_not_judge", "skipped") if v in verdicts), "passed")
    values: dict[str, Any] = {
        "verdict": verdict,
        "points": sum(one.points for one in checks),
        "max_points": sum(one.max_points for one in checks),
        "sandbox": "docker",
        "python": "3.11.9",
        "file": f"task{number:02}.py",
        "schedules": 500,
        "behaviours": 42,
        "certainty": certainty(),
        "steps": (
            Step(name="intake", verdict="passed"),
            Step(name="observe", verdict="passed"),
            Step(name="judge", verdict="passed"),
        ),
        **more,
    }
    return TaskResult(id=f"task{number:02}", title=title, checks=checks, **values)


def submission(*tasks: TaskResult, name: str = "李明_20231234", **more: Any) -> SubmissionResult:
    """A whole record."""
    verdicts = [one.verdict for one in tasks]
    verdict = next((v for v in ("failed", "could_not_judge") if v in verdicts), "passed")
    values: dict[str, Any] = {
        "points": sum(one.points for one in tasks),
        "max_points": sum(one.max_points for one in tasks),
        "verdict": verdict,
        "volatile": Volatile(
            started="2026-11-02T09:30:00Z",
            wall_seconds=12.345,
            host="lab-3",
            grader="grader 0.1.0",
            tasks=tuple(
                TaskTiming(task=one.id, wall_seconds=1.2, schedules_per_second=412) for one in tasks
            ),
        ),
        **more,
    }
    return SubmissionResult(submission=name, tasks=tasks, **values)


def race_trace() -> Trace:
    """Two threads lose an update; seven others play no part."""
    line = {"file": "task02.py", "resource": "count"}
    return Trace(
        threads=(
            TraceThread(name="MainThread"),
            TraceThread(name="Thread-1", function="work"),
            TraceThread(name="Thread-2", function="work"),
            *(TraceThread(name=f"Thread-{n}", function="work", bystander=True)
              for n in range(3, 10)),
        ),
        cells=(
            cell(1, 0, "start", "启动 `Thread-1`", "starts `Thread-1`", line=14, source="t.start()"),
            cell(2, 0, "start", "启动 `Thread-2`", "starts `Thread-2`", line=14, source="t.start()"),
            cell(3, 0, "join", "等待 `Thread-1` 结束", "waits for `Thread-1` to end", line=16,
                 source="t.join()", resource="Thread-1"),
            cell(7, 1, "read", "读取 `count`", "reads `count`", line=8, source="old = count",
                 value_after="0", **line),
            cell(8, 2, "read", "读取 `count`", "reads `count`", line=8, source="old = count",
                 value_after="0", switch=True, **line),
            cell(9, 2, "write", "写入 `count`", "writes `count`", line=9, source="count = old + 1",
                 value_before="0", value_after="1", **line),
            cell(10, 1, "write", "写入 `count`", "writes `count`", line=9, source="count = old + 1",
                 value_before="1", value_after="1", switch=True, violation=True, **line),
            cell(11, 1, "end", "结束", "ends"),
        ),
        cut=3,
    )  # fmt: skip


def deadlock_trace(threads: int = 2) -> Trace:
    """`threads` threads take one lock each and then ask for the next one's."""
    locks = [f"lock_{'abcdefgh'[n]}" for n in range(threads)]
    cells: list[Cell] = []
    for n in range(threads):
        cells.append(
            cell(len(cells) + 1, n, "acquire", f"取得 `{locks[n]}`", f"takes `{locks[n]}`",
                 line=8 + 5 * n, source=f"with {locks[n]}:", resource=locks[n], switch=n > 0)
        )  # fmt: skip
    for n in range(threads):
        wanted = locks[(n + 1) % threads]
        cells.append(
            cell(len(cells) + 1, n, "wait", f"等待 `{wanted}`", f"waits for `{wanted}`",
                 line=9 + 5 * n, source=f"with {wanted}:", resource=wanted,
                 violation=n == threads - 1)
        )  # fmt: skip
    return Trace(
        threads=tuple(TraceThread(name=f"Thread-{n + 1} (transfer)") for n in range(threads)),
        cells=tuple(cells),
        waiting=tuple(
            Waiting(thread=n, waits_for=locks[(n + 1) % threads], held_by=(n + 1) % threads,
                    line=9 + 5 * n, source=f"with {locks[(n + 1) % threads]}:", file="task.py")
            for n in range(threads)
        ),
        cycle=tuple(range(threads)),
    )  # fmt: skip


def timed_trace() -> Trace:
    """Main sleeps ten seconds, but a child that waits by its own clock prints too early."""
    return Trace(
        threads=(
            TraceThread(name="MainThread"),
            TraceThread(name="Thread-1"),
            TraceThread(name="Thread-2"),
        ),
        cells=(
            cell(1, 0, "start", "启动 `Thread-1`", "starts `Thread-1`", line=11),
            cell(2, 0, "start", "启动 `Thread-2`", "starts `Thread-2`", line=11),
            cell(3, 1, "wait", "等待 `go`，最多 9.5 秒", "waits for `go`, at most 9.5 s", line=6,
                 source="go.wait(9.5)", resource="go"),
            cell(4, 2, "wait", "等待 `go`，最多 10 秒", "waits for `go`, at most 10 s", line=6,
                 source="go.wait(10)", resource="go"),
            cell(5, 0, "sleep", "休眠 10 秒", "sleeps 10 s", line=12, source="time.sleep(10)"),
            cell(6, -1, "clock", "时钟走到 9.5 秒", "the clock moves to 9.5 s",
                 time_ns=19 * SECOND // 2),
            cell(7, 1, "print", "输出 `09:30:09`", "prints `09:30:09`", line=7,
                 source="print(time.ctime())", time_ns=19 * SECOND // 2, violation=True),
            cell(8, 1, "end", "结束", "ends", time_ns=19 * SECOND // 2),
            cell(9, -1, "clock", "时钟走到 10 秒", "the clock moves to 10 s", time_ns=10 * SECOND),
            cell(10, 0, "wake", "醒来", "wakes up", time_ns=10 * SECOND, line=13),
            cell(11, 2, "print", "输出 `09:30:10`", "prints `09:30:10`", line=7,
                 source="print(time.ctime())", time_ns=10 * SECOND),
        ),
        timed=True,
        deadline_ns=10 * SECOND,
    )  # fmt: skip


def pool_trace(threads: int = 10) -> Trace:
    """A right program: ten threads, five places, a second's work each."""
    cells: list[Cell] = []
    step = 0

    def add(thread: int, kind: str, zh: str, en: str, now: int, **more: Any) -> None:
        nonlocal step
        step += 1
        cells.append(cell(step, thread, kind, zh, en, time_ns=now * SECOND, **more))

    gate = {"resource": "gate", "source": "with gate:", "line": 7}
    for n in range(threads):
        kind, zh, en = (
            ("acquire", "取得 `gate`", "takes `gate`") if n < 5
            else ("wait", "等待 `gate`", "waits for `gate`")
        )  # fmt: skip
        add(n, kind, zh, en, 0, **gate)
        if n < 5:
            add(n, "print", "输出 `begin`", "prints `begin`", 0, line=8, source='print("begin")')
            add(n, "sleep", "休眠 1 秒", "sleeps 1 s", 0, line=9, source="time.sleep(1)")
    for now, group in ((1, range(5)), (2, range(5, threads))):
        add(-1, "clock", f"时钟走到 {now} 秒", f"the clock moves to {now} s", now)
        for n in group:
            add(n, "print", "输出 `end`", "prints `end`", now, line=10, source='print("end")')
            add(n, "release", "释放 `gate`", "releases `gate`", now, resource="gate", line=7)
            if n + 5 < threads:
                add(n + 5, "acquire", "取得 `gate`", "takes `gate`", now, **gate)
                add(n + 5, "sleep", "休眠 1 秒", "sleeps 1 s", now, line=9, source="time.sleep(1)")
    return Trace(
        threads=tuple(TraceThread(name=f"Thread-{n + 1}") for n in range(threads)),
        cells=tuple(cells),
        timed=True,
    )


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
                  requirement=text("程序结束时十个线程都已结束", "All ten have ended when the program ends"),
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
                "early", text("没有子线程提前打印时间", "No child prints the time too early"), "failed",
                requirement=text("子线程在主线程等满 10 秒之后才打印时间",
                                 "Children print the time only after the main thread's 10 s"),
                message=text("`Thread-1` 在 9.5 秒时就打印了", "`Thread-1` printed at 9.5 s already"),
                schedules=Looked(over="respected", looked_at=500, broken_in=500),
                trace=timed_trace(),
            ),
            check("all", text("十个都打印了", "All ten print")),
        ),
    )  # fmt: skip


def unjudged_task() -> TaskResult:
    """A task where the grader, not the student, is at fault."""
    return task(
        9,
        text("选择器服务器", "A server with selectors"),
        (
            check("echo", text("回送每一条消息", "Every message is answered"), "could_not_judge",
                  message=text("运行超过了 60 秒的安全时限", "The run hit the safety limit of 60 s"),
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
            "程序说有 10 个线程，内核只看到 1 个", "The program claims 10 threads, the kernel saw 1")),
        Finding(kind="warning", message=text("文件名 `第5题.py` 也可以，但 `task05.py` 更好",
                                             "`第5题.py` works, but `task05.py` is better")),
    )  # fmt: skip
    passed = all_passed().tasks
    return submission(
        race_task(), timed_task(), passed[0], deadlock_task(), passed[1], unjudged_task(),
        missing_task(), findings=findings,
    )  # fmt: skip


ATTACKS = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "</style></script></title><script>alert(1)</script>",
    "{{ 7*7 }} {% raw %} &lt;b&gt; &#x3c;b>",
    "admin\u202egnp.exe \u2066iso\u2069 \u200bzero\ufeff",
    "\x1b[31mred\x1b[0m \x1b[2J\x1b]8;;http://evil.example\x07link\x1b[38;5;1m",
    "NUL\x00 BEL\x07 CR\r LF\n TAB\t DEL\x7f C1\x9b LS\u2028",
    "javascript:alert(1) `code <b>` ```",
    "Z" + "\u0301" * 500 + "algo",
    "\ud800 lone",
    "x" * 100_000,
)


def hostile() -> SubmissionResult:
    """Every field that a student can reach holds an attack."""
    both = tuple(Text(zh=attack, en=attack) for attack in ATTACKS)
    cells = tuple(
        Cell(step=n + 1, time_ns=n * SECOND, thread=n % 3, kind="print", text=both[n],
             source=attack, file=attack, line=n + 1, resource=attack, value_before=attack,
             value_after=attack[::-1], switch=n % 2 == 0, violation=n == 5)
        for n, attack in enumerate(ATTACKS)
    )  # fmt: skip
    trace = Trace(
        threads=tuple(TraceThread(name=ATTACKS[n], function=ATTACKS[n]) for n in (0, 1, 10)),
        cells=cells,
        waiting=tuple(Waiting(thread=n, waits_for=ATTACKS[n + 3], held_by=(n + 1) % 3,
                              source=ATTACKS[n], line=3, file=ATTACKS[n]) for n in range(3)),
        cycle=(0, 1, 2),
        timed=True,
        deadline_ns=5 * SECOND,
    )  # fmt: skip
    checks = tuple(
        check(f"c{n}", one, "failed", message=one, requirement=one, hint=one, replay=attack,
              trace=trace if n == 0 else None)
        for n, (one, attack) in enumerate(zip(both, ATTACKS, strict=True))
    )  # fmt: skip
    return submission(
        task(1, both[0], checks, file=ATTACKS[1], python=ATTACKS[2], message=both[3], trace=trace),
        task(3, both[2], (), verdict="failed", message=both[10], file=ATTACKS[10]),
        name=ATTACKS[0] + ATTACKS[4] + "\ud800",
        findings=tuple(Finding(kind="problem", task="task01", message=one) for one in both),
    )


def poison(value: Any, attack: str) -> Any:
    """Return a dump of a result with `attack` in the place of every free text."""
    if isinstance(value, dict):
        closed = {"kind", "verdict", "over", "sandbox", "id", "task"}
        return {
            key: item if key in closed or (key == "name" and "verdict" in value)
            else poison(item, attack)
            for key, item in value.items()
        }  # fmt: skip
    if isinstance(value, list | tuple):
        return [poison(item, attack) for item in value]
    return attack if isinstance(value, str) else value


def poisoned(attack: str) -> SubmissionResult:
    """A result of every kind of task in which every free text is `attack`."""
    return SubmissionResult.model_validate(
        poison(whole_class_day().model_dump(), attack)
    )


SAMPLES = {
    "all_passed": all_passed,
    "race": lambda: submission(race_task()),
    "deadlock": lambda: submission(deadlock_task()),
    "deadlock_of_three": lambda: submission(deadlock_task(3)),
    "timed": lambda: submission(timed_task()),
    "could_not_judge": lambda: submission(unjudged_task()),
    "missing_file": lambda: submission(missing_task(), all_passed().tasks[0]),
    "everything": whole_class_day,
    "hostile": hostile,
}
