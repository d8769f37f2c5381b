"""How a place, a hang and a death are said in a message, in both languages."""

from __future__ import annotations

import os
import signal

from grader.evidence.facts import Event
from grader.evidence.raw import Blocked
from grader.evidence.schedule import Schedule


def line_words(schedule: Schedule, where: int) -> tuple[str, str]:
    """" (line 7)" in both languages, or nothing."""
    place = schedule.place(where)
    if place is None:
        return "", ""
    return f"（{place.file} 第 {place.line} 行）", f" ({place.file}, line {place.line})"


def exception_words(event: Event) -> tuple[str, str, str]:
    """What an uncaught exception was, on one line, and where it was raised in both languages."""
    kind, message, file, line = event.note[1:5]
    what = f"{kind}: {' '.join(str(message).split())}"
    if not line:
        return what, "", ""
    return what, f"（{file} 第 {line} 行）", f" ({file}, line {line})"


def death_words(wait_status: int) -> tuple[str, str]:
    """How the program's process ended, by its wait status."""
    number = os.waitstatus_to_exitcode(wait_status)
    if number >= 0:
        return (
            f"程序的进程绕过解释器直接退出，退出码 {number}。",
            f"The program's process left past the interpreter, with exit code {number}.",
        )
    name = signal.Signals(-number).name if -number in set(signal.Signals) else str(-number)
    return (
        f"程序的进程被信号 {name} 终止。", f"The program's process was ended by the signal {name}."
    )


def deadlock_words(schedule: Schedule) -> tuple[str, str]:
    """Who waits for what at which line, and in whose hands it is."""
    zh, en = [], []
    stuck = [b for b in schedule.waiting if not _is_idle_helper(schedule, b)] or schedule.waiting
    for blocked in stuck[:3]:
        who = schedule.name_of(blocked.thread)
        at_zh, at_en = line_words(schedule, blocked.where)
        holder_zh = holder_en = ""
        if blocked.held_by and blocked.op not in ("JOIN", "WAIT_CHILD"):
            holder = schedule.name_of(blocked.held_by[0])
            holder_zh, holder_en = f"，它在 {holder} 手里", f", which {holder} holds"
            if schedule.process_of(blocked.held_by[0]).died is not None:
                holder_zh += "（该进程已经结束）"
                holder_en = f", which {holder} took (and is dead)"
        thing_zh, thing_en = _thing(schedule, blocked)
        zh.append(f"{who} 在等{thing_zh}{at_zh}{holder_zh}")
        en.append(f"{who} waits for {thing_en}{at_en}{holder_en}")
    more = len(stuck) - 3
    if more > 0:
        zh.append(f"另有 {more} 个线程也在等")
        en.append(f"{more} more threads wait too")
    return "；".join(zh), "; ".join(en)


def _is_idle_helper(schedule: Schedule, blocked: Blocked) -> bool:
    """A queue's own thread that has nothing to send hinders nobody."""
    thread = schedule.threads.get(blocked.thread)
    is_feeder = thread is not None and thread.target == "Queue._feed"
    return is_feeder and blocked.op == "COND_WAIT"


def _thing(schedule: Schedule, blocked: Blocked) -> tuple[str, str]:
    if blocked.op in ("JOIN", "WAIT_CHILD"):
        target = schedule.name_of(blocked.held_by[0]) if blocked.held_by else "?"
        if target.endswith("/QueueFeederThread") or target == "QueueFeederThread":
            return "自己放进队列的数据被取走", "what it has put into a queue to be taken"
        return f" {target} 结束", f"{target} to end"
    found = schedule.resources.get(blocked.resource)
    if found is not None and found.part_of:
        found = schedule.resources.get(found.part_of, found)
    words = {
        "lock": ("一把锁", "a lock"), "rlock": ("一把锁", "a lock"),
        "semaphore": ("一个信号量", "a semaphore"), "event": ("一个事件", "an event"),
        "condition": ("一个条件变量", "a condition"), "queue": ("一个队列", "a queue"),
        "mp_queue": ("进程间队列", "a queue between processes"), "pipe": ("一个管道", "a pipe"),
    }
    return words.get(found.kind if found else "", ("信号", "a signal"))
