"""Rules for programs of several processes: every one ends by itself, with code 0, and is not left."""

from __future__ import annotations

import signal

from grader.evidence.facts import Process
from grader.evidence.schedule import Schedule
from grader.suite.vocabulary import fail
from grader.suite.words import line_words


def others(schedule: Schedule) -> list[Process]:
    """The processes that the program started."""
    return [p for p in schedule.processes.values() if p.number]


def require_clean_processes(schedule: Schedule) -> None:
    """Every exit code 0, nobody left behind, no traceback; part of a clean end. Says nothing of a
    program that is one process."""
    if not others(schedule):
        return
    _require_no_traceback(schedule)
    for process in others(schedule):
        if process.target.endswith("._run_server"):  # a Manager's, the library's own business
            continue
        if process.died is None:
            if schedule.ran_to_end and schedule.respected:
                _left_behind(schedule, process)
            continue
        code = process.exit_code or 0
        if not code or _was_ended(process):
            continue
        if code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            fail(
                f"{process.name} 被信号 {name} 终止。",
                f"{process.name} was ended by the signal {name}.", process.died,
            )
        fail(
            f"{process.name} 以退出码 {code} 结束，应当是 0。",
            f"{process.name} ended with exit code {code}, it should be 0.", process.died,
        )


def _was_ended(process: Process) -> bool:
    """By `terminate`, or by the library at the end of the main process: that it had nothing left
    to do is another check's question."""
    return process.exit_code == -signal.SIGTERM


def _left_behind(schedule: Schedule, process: Process) -> None:
    pending = next((b for b in schedule.waiting if b.thread == process.main), None)
    zh, en = line_words(schedule, pending.where if pending else 0)
    fail(
        f"主进程结束一秒之后 {process.name} 还活着{zh}。",
        f"{process.name} was still alive one second after the main process had ended{en}.",
        schedule.exited,
    )


def _require_no_traceback(schedule: Schedule) -> None:
    """An exception that a thread of the library reports on standard error is one all the same."""
    for line in schedule.lines:
        if line.stream == 2 and line.text.startswith("Traceback (most recent call last)") and (
            not schedule.stack(line.where)
        ):
            who = schedule.name_of(line.thread)
            fail(
                f"{who} 在标准错误输出里报告了异常。",
                f"{who} reported an exception on standard error.", line.at,
            )
