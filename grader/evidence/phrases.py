"""An event in words: what a thread did, or what it begins to wait for, in the student's own names."""

from __future__ import annotations

from typing import Any

from grader.evidence.clients import is_client
from grader.evidence.collection import Evidence
from grader.evidence.facts import BLOCKING, SECOND, Event
from grader.evidence.names import resource_name, resource_words
from grader.evidence.schedule import Schedule
from grader.evidence.tell_network import KINDS, NetworkTeller
from grader.model.base import Text, text

_KIND = {
    "START": "start", "BEGIN": "begin", "END": "end", "JOIN": "wake", "ACQUIRE": "acquire",
    "RELEASE": "release", "OUTPUT": "print", "READ": "read", "WRITE": "write", "SLEEP": "wake",
    "SET": "release", "NOTIFY": "release", "WAIT": "wake", "COND_WAIT": "wake", "EXIT": "exit",
    "FORK": "start", "DIED": "end", "WAIT_CHILD": "wake", "AWAIT": "wake", "KILL": "call",
    "SEND": "release", "RECEIVE": "acquire", "PEEK": "read",
    **KINDS, "ACTIVE": "read", "GET": "acquire", "PUT": "release", "CLOCK": "clock", "UNMODELLED": "call",
}


def seconds(nanoseconds: int) -> str:
    """`2.5` for 2 500 000 000."""
    return f"{nanoseconds / SECOND:.3f}".rstrip("0").rstrip(".")


class Phrases:
    """The words for the events of one schedule."""

    def __init__(self, evidence: Evidence, schedule: Schedule) -> None:
        self._evidence = evidence
        self._schedule = schedule
        self.network = NetworkTeller(schedule)
        self._printed = {line.at: line.text for line in schedule.lines}

    def kind(self, event: Event, begins: bool) -> Any:
        """The `Cell.kind` of an event; `begins`: it only starts to wait there."""
        if is_client(event.thread):
            return self.network.kind(event)
        return _kind_of(event, begins)

    def object_of(self, event: Event) -> str:
        """The name of what an event was about: a thread, a process, a lock ...; "" without one."""
        if event.op == "JOIN":
            return self._schedule.name_of(event.argument)
        if event.op == "START":
            return self._schedule.name_of(event.result)
        if event.op in ("FORK", "DIED", "WAIT_CHILD"):
            return self._process_name(event)
        return resource_name(self._evidence, self._schedule, event.resource)

    def _process_name(self, event: Event) -> str:
        number = event.argument if event.op in ("DIED", "KILL") else event.result >> 16
        if event.op == "KILL":
            number >>= 8
        if event.op == "WAIT_CHILD" and event.argument > 0:
            number = event.argument
        found = self._schedule.processes.get(number)
        return found.name if found else "?"

    def beginning(self, event: Event) -> Text:
        """What a thread that now has to wait is waiting for."""
        if event.op.startswith("NET_"):
            return self.network.beginning(event)
        if event.op in ("SLEEP", "PAUSE"):
            began = self._schedule.events[max(0, event.asked - 1)].time
            lasts = seconds(event.time - began)
            return text(f"睡 {lasts} 秒", f"sleeps {lasts} s")
        if event.op in ("JOIN", "WAIT_CHILD"):
            name = self._schedule.name_of(event.argument)
            if event.op == "WAIT_CHILD":
                name = self._process_name(event)
            return text(f"等待 {name} 结束", f"waits for {name} to end")
        thing = resource_words(self._evidence, self._schedule, event.resource)
        return text(f"等待{thing.zh}", f"waits for {thing.en}")

    def _handover(self, event: Event) -> Text:
        """One coroutine hands something to another."""
        _, _, giver, taker, whole, parts, *_ = event.note
        known = self._schedule.coroutines.known
        names = [
            known[side[0]].name if side and side[0] in known else "" for side in (giver, taker)
        ]
        item = str(whole or parts[0])[:80]
        giver_zh, taker_zh = (name or "普通代码" for name in names)
        giver_en, taker_en = (name or "plain code" for name in names)
        return text(f"{giver_zh} 把 {item} 交给 {taker_zh}", f"{giver_en} hands {item} to {taker_en}")

    def deed(self, event: Event) -> Text:
        """What a thread did."""
        op = event.op
        if is_client(event.thread):
            return self.network.deed(event)
        if op.startswith("NET_"):
            return self.network.phrase(event)
        if op == "note":
            return _note_phrase(event) if event.note[0] != "handed" else self._handover(event)
        if op in ("FORK", "DIED", "WAIT_CHILD", "KILL"):
            return self._process_phrase(event)
        thing = resource_words(self._evidence, self._schedule, event.resource)
        waited = event.time - self._schedule.events[min(event.asked, event.at)].time
        if op == "OUTPUT":
            said = self._printed.get(event.at, "")[:200]
            return text(f"打印 {said}", f"prints {said}")
        if op == "SLEEP":
            return text(f"睡了 {seconds(waited)} 秒", f"slept {seconds(waited)} s")
        if op == "START":
            name = self._schedule.name_of(event.result)
            return text(f"启动 {name}", f"starts {name}")
        if op in ("JOIN", "ALIVE"):
            name = self._schedule.name_of(event.argument)
            if op == "ALIVE":
                return text(f"看 {name} 是否还活着", f"asks whether {name} is alive")
            if event.result == 1:
                return text(f"等到 {name} 结束", f"has waited for {name} to end")
            return text(f"等 {name} 超时", f"waited for {name}: time ran out")
        return _object_phrase(op, event, thing)

    def _process_phrase(self, event: Event) -> Text:
        name = self._process_name(event)
        if event.op == "FORK":
            return text(f"启动进程 {name}", f"starts the process {name}")
        if event.op == "DIED":
            code = self._schedule.processes[event.argument].exit_code
            return text(f"进程 {name} 结束，退出码 {code}", f"{name} has ended with code {code}")
        if event.op == "KILL":
            return text(f"向 {name} 发送信号 {event.argument & 255}",
                        f"sends the signal {event.argument & 255} to {name}")
        if event.result == 0:
            return text(f"看 {name} 是否已经结束", f"asks whether {name} has ended")
        return text(f"等到 {name} 结束", f"has waited for {name} to end")


def _object_phrase(op: str, event: Event, thing: Text) -> Text:
    ok = event.result == 1 or (op in ("COND_WAIT", "WAIT", "GET", "PUT") and event.result > 0)
    phrases = {
        "ACQUIRE": (f"得到{thing.zh}", f"takes {thing.en}") if ok else (
            f"没有得到{thing.zh}", f"does not get {thing.en}"),
        "RELEASE": (f"释放{thing.zh}", f"releases {thing.en}"),
        "WAIT": (f"等到了{thing.zh}", f"has waited for {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited for {thing.en}: time ran out"),
        "SET": (f"设置{thing.zh}", f"sets {thing.en}"),
        "CLEAR": (f"清除{thing.zh}", f"clears {thing.en}"),
        "COND_WAIT": (f"在{thing.zh}上被唤醒", f"is woken on {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited on {thing.en}: time ran out"),
        "NOTIFY": (f"通知{thing.zh}", f"notifies {thing.en}"),
        "PUT": (f"放入{thing.zh}", f"puts into {thing.en}"),
        "GET": (f"从{thing.zh}取出", f"takes from {thing.en}") if ok else (
            f"{thing.zh}是空的", f"finds {thing.en} empty"),
        "READ": (f"读取{thing.zh}", f"reads {thing.en}"),
        "WRITE": (f"修改{thing.zh}", f"changes {thing.en}"),
        "ACTIVE": ("读取活跃线程数", "reads the number of active threads"),
        "END": ("代码执行完毕", "has run all its code"),
        "EXIT": ("进程退出", "the process exits"),
        "PAUSE": ("等待结束", "has waited"),
        "SEND": (f"写入{thing.zh}", f"writes to {thing.en}"),
        "RECEIVE": (f"读取{thing.zh}", f"reads from {thing.en}"),
        "PEEK": (f"看{thing.zh}里有没有数据", f"looks whether {thing.en} has anything"),
        "AWAIT": (f"等到{thing.zh}可用", f"has waited for {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited for {thing.en}: time ran out"),
        "SIGNAL": ("收到信号", "gets a signal"),
    }
    zh, en = phrases.get(op, (op, op))
    return text(zh, en)


def _kind_of(event: Event, begins: bool) -> Any:
    if event.op == "note":
        return {"exception": "raise", "call": "call", "os_exit": "exit", "put": "release",
                "got": "acquire", "sent": "release", "received": "acquire",
                "handed": "release"}[event.note[0]]
    if begins:
        waits = {"SLEEP": "sleep", "PAUSE": "sleep", "JOIN": "join", "WAIT_CHILD": "join"}
        return waits.get(event.op, "wait")
    if event.op in BLOCKING and event.result == 0:
        return "other"
    return _KIND.get(event.op, "other")


def _note_phrase(event: Event) -> Text:
    kind = event.note[0]
    if kind == "exception":
        problem = f"{event.note[1]}: {event.note[2]}"[:300]
        return text(f"未捕获的异常 {problem}", f"uncaught {problem}")
    if kind in ("put", "got"):
        shown = str(event.note[3])[:80]
        return text(f"放入 {shown}", f"puts {shown}") if kind == "put" else text(
            f"取出 {shown}", f"gets {shown}")
    if kind in ("sent", "received"):
        shown = str(event.note[6])[:80]
        return text(f"发送 {shown}", f"sends {shown}") if kind == "sent" else text(
            "收到一条消息", "receives a message")
    if kind == "call":
        return text(f"调用 {event.note[1]}", f"calls {event.note[1]}")
    return text("调用 os._exit", "calls os._exit")
