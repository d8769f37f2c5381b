"""What the student calls a thing: `lock`, not "lock 3". Read from the line that made it."""

from __future__ import annotations

import re

from grader.evidence.collection import Evidence
from grader.evidence.schedule import Schedule
from grader.model.base import Text, text

_MADE = re.compile(r"(?:^|[\s;,(])((?:self\.)?[^\W\d]\w*)\s*(?::[^=;]+)?=[^=]")
_KINDS = {
    "lock": ("锁", "the lock"), "rlock": ("可重入锁", "the RLock"),
    "semaphore": ("信号量", "the semaphore"), "event": ("事件", "the event"),
    "condition": ("条件变量", "the condition"), "queue": ("队列", "the queue"),
    "variable": ("变量", "the variable"), "pipe": ("管道", "the pipe"),
    "mp_queue": ("进程间队列", "the queue"),
    "socket": ("套接字", "the socket"), "selector": ("选择器", "the selector"),
}


def resource_name(evidence: Evidence, schedule: Schedule, number: int) -> str:
    """The student's own word for a resource; empty where there is none."""
    found = schedule.resources.get(number)
    if found is not None and found.part_of:
        found = schedule.resources.get(found.part_of)
    if found is None:
        return ""
    if found.kind == "variable":
        return found.shown
    for place in schedule.stack(found.where):
        made = _MADE.search(evidence.line_text(place.file, place.line))
        if made:
            return made.group(1)
    return ""


def resource_words(evidence: Evidence, schedule: Schedule, number: int) -> Text:
    """A resource as part of a sentence, in both languages."""
    found = schedule.resources.get(number)
    if found is not None and found.part_of:
        found = schedule.resources.get(found.part_of)
    if found is None:
        return text("某个对象", "something")
    name = resource_name(evidence, schedule, number)
    zh, en = _KINDS[found.kind]
    if name:
        return text(f"{zh} {name}", f"{en} {name}")
    place = schedule.place(found.where)
    if place is not None:
        return text(f"第 {place.line} 行创建的{zh}", f"{en} made in line {place.line}")
    return text(f"标准库内部的{zh}", f"{en} inside the library")
