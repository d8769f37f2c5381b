"""Sample traces: a race, a deadlock, a program that is too early, a right one."""

from __future__ import annotations

from typing import Any

from grader.model.base import text
from grader.model.result import (
    Cell,
    Stay,
    Trace,
    TraceThread,
    Visitor,
    Visits,
    Waiting,
)

SECOND = 10**9


def cell(step: int, thread: int, kind: Any, zh: str, en: str, **more: Any) -> Cell:
    """One row of a trace."""
    return Cell(step=step, thread=thread, kind=kind, text=text(zh, en),
                **{"time_ns": 0, **more})  # fmt: skip


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
            cell(1, 0, "start", "启动 `Thread-1`", "starts `Thread-1`", line=14,
                 source="t.start()"),
            cell(2, 0, "start", "启动 `Thread-2`", "starts `Thread-2`", line=14,
                 source="t.start()"),
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


def server_trace() -> Trace:
    """A flood makes threads without end; one client is answered late, another never."""
    return Trace(
        threads=(TraceThread(name="MainThread"), TraceThread(name="guest", function="client")),
        cells=(
            cell(1, 0, "acquire", "接受 guest 的连接", "accepts the connection of guest"),
            cell(2, 1, "release", "发送 'hello'", "sends 'hello'", time_ns=SECOND),
            cell(3, 1, "acquire", "超时", "its time runs out", time_ns=9 * SECOND, violation=True),
        ),
        timed=True,
        visits=Visits(
            visitors=(
                Visitor(
                    name="guest",
                    stays=(
                        Stay(kind="connecting", start_ns=0, end_ns=SECOND),
                        Stay(kind="there", start_ns=SECOND, end_ns=9 * SECOND),
                        Stay(kind="waiting", start_ns=2 * SECOND, end_ns=9 * SECOND),
                    ),
                    answered=(2 * SECOND,), given_up=(9 * SECOND,),
                ),
                Visitor(name="flood 0", stays=()),
            ),
            workers=((0, 1), (SECOND, 159), (8 * SECOND, 0)), end_ns=10 * SECOND, cut=298,
        ),
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
