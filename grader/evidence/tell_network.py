"""A server's schedule in words: what it did to its sockets, and what each client did and heard."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from functools import cached_property

from grader.evidence.clients import Client, Deed, is_client
from grader.evidence.facts import Event
from grader.evidence.schedule import Schedule
from grader.model.base import Text, text
from grader.model.result import Cell, TraceThread

MOST_VISITORS = 12
"""clients with a lane of their own; of hundreds the others did the same"""
SILENT_OPS = frozenset({"NET_STATE", "NET_BIND", "VISIT"})
KINDS = {
    "NET_ACCEPT": "acquire", "NET_RECEIVE": "acquire", "NET_SEND": "release", "NET_POLL": "wake",
    "NET_CLOSE": "end", "NET_CONNECT": "call", "NET_LISTEN": "call", "NET_SHUTDOWN": "end",
}
_DEED_KINDS = {
    "connect": "call", "shutdown": "end", "close": "end", "reset": "end", "send": "release",
    "send_some": "release", "sleep": "wake", "meet": "wake",
}
_OUTCOMES = {
    "closed": ("，对方已经关闭", ", and the server has closed"),
    "reset": ("，连接已经断开", ", and the connection is broken"),
    "refused": ("，被拒绝", ", and is refused"), "timed_out": ("，超时", ", and its time runs out"),
}


class NetworkTeller:
    """Knows which client stands behind a socket."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule

    @cached_property
    def _deeds(self) -> dict[int, tuple[Client, Deed]]:
        return {deed.at: (client, deed) for client in self.schedule.clients
                for deed in client.deeds if deed.at is not None}

    @cached_property
    def _behind(self) -> dict[int, str]:
        return {deed.connection: client.name for client in self.schedule.clients
                for deed in client.deeds if deed.connection}

    def is_told(self, event: Event) -> bool:
        """Does a client's event have a row? One for each answer, but for having slept."""
        return event.at in self._deeds and self._deeds[event.at][1].kind not in ("sleep", "meet")

    def kind(self, event: Event) -> str:
        """The kind of a row about a client."""
        return _DEED_KINDS.get(self._deeds[event.at][1].kind, "acquire")

    def deed(self, event: Event) -> Text:
        """What a client did, and what came of it."""
        deed = self._deeds[event.at][1]
        said = deed.data.decode("utf-8", "replace")[:60]
        heard = deed.received.decode("utf-8", "replace")[:60]
        zh, en = {
            "connect": ("连接", "connects"), "close": ("离开", "leaves"),
            "reset": ("重置连接", "resets the connection"),
            "shutdown": ("不再发送", "will send no more"),
            "send": (f"发送 {said!r}", f"sends {said!r}"),
            "send_some": (f"发送 {said!r}", f"sends {said!r}"),
        }.get(deed.kind, (f"收到 {heard!r}", f"gets {heard!r}"))
        more_zh, more_en = _OUTCOMES.get(deed.outcome, ("", ""))
        return text(zh + more_zh, en + more_en)

    def phrase(self, event: Event) -> Text:
        """What the server did to a socket."""
        if event.op == "NET_ACCEPT" and event.result > 0:
            who = self._who(event.result)
            return text(f"接受 {who} 的连接", f"accepts the connection of {who}")
        if event.op == "NET_POLL":
            return text(f"有 {event.result} 个套接字可用", f"finds {event.result} sockets ready")
        if event.op == "NET_LISTEN":
            return text("开始监听", "listens")
        who = self._who(event.resource)
        if event.result < 0:
            what = errno.errorcode.get(-event.result, str(-event.result))
            name = event.op.removeprefix("NET_").lower()
            return text(f"{name}（{who}）失败：{what}", f"{name} ({who}) fails: {what}")
        if event.op == "NET_RECEIVE" and not event.result:
            return text(f"看到 {who} 已经结束发送", f"sees that {who} will send no more")
        zh, en = {
            "NET_RECEIVE": (f"从 {who} 收到 {event.result} 字节",
                            f"receives {event.result} bytes from {who}"),
            "NET_SEND": (f"向 {who} 发送 {event.result} 字节", f"sends {event.result} bytes to {who}"),
            "NET_CLOSE": (f"关闭 {who} 的连接", f"closes the connection of {who}"),
            "NET_SHUTDOWN": (f"结束向 {who} 发送", f"ends sending to {who}"),
            "NET_CONNECT": ("连接", "connects"),
        }.get(event.op, (event.op, event.op))
        return text(zh, en)

    def beginning(self, event: Event) -> Text:
        """What a thread of the server that now has to wait is waiting for."""
        what = {"NET_ACCEPT": ("新的连接", "a connection"), "NET_POLL": ("套接字可用", "sockets")}
        zh, en = what.get(event.op, (self._who(event.resource), self._who(event.resource)))
        return text(f"等待{zh}", f"waits for {en}")

    def _who(self, number: int) -> str:
        return self._behind.get(number, "socket")


def with_visitors(
    schedule: Schedule, threads: Sequence[TraceThread], cells: Sequence[Cell]
) -> tuple[tuple[TraceThread, ...], tuple[Cell, ...]]:
    """Give the clients among the rows lanes behind the program's threads."""
    threads, cells = tuple(threads), tuple(cells)
    if not schedule.clients:
        return threads, cells
    shown: list[int] = []
    for cell in reversed(cells):
        if is_client(cell.thread) and cell.thread not in shown and len(shown) < MOST_VISITORS:
            shown.append(cell.thread)
    lanes = {thread: len(threads) + n for n, thread in enumerate(sorted(shown))}
    lanes |= {index: n for n, index in enumerate(schedule.threads)}
    kept = tuple(cell.model_copy(update={"thread": lanes[cell.thread]})
                 for cell in cells if cell.thread in lanes)
    return threads + tuple(
        TraceThread(name=schedule.name_of(thread), function="client") for thread in sorted(shown)
    ), kept
