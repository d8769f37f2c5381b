"""What clients of a server said and heard: the rules that hold for each of them.

A client is *served* when each of its lines is answered: the text comes back, in any case and among
any words. A server may close after an answer (the client then comes again), but it may not leave a
client connected without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.evidence.clients import Client, Deed
from grader.evidence.facts import SECOND
from grader.evidence.schedule import Schedule
from grader.suite.server_end import require_still_there
from grader.suite.vocabulary import fail
from grader.suite.words import line_words

_SENDS = ("send", "send_some")
_RECEIVES = ("receive", "receive_line", "receive_exactly")
"""how a client hears; `receive_to_end` is but a part of leaving, and too late for an answer"""
_ENDED = ("closed", "reset")
_DOES = {
    "NET_RECEIVE": ("接收（recv）", "recv"), "NET_SEND": ("发送（send）", "send"),
    "NET_ACCEPT": ("等新的连接（accept）", "accept"), "SLEEP": ("睡眠", "sleep"),
    "JOIN": ("等线程结束", "join"), "ACQUIRE": ("等锁", "a wait for a lock"),
    "GET": ("等队列", "a wait for a queue"), "WAIT_CHILD": ("等子进程", "a wait for a child"),
    "NET_POLL": ("等 select", "select"),
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line that a client sent, and all that came back before its next one. `outcome`: how the
    hearing ended ("" where the schedule was over first); `first`: on a fresh connection?"""

    line: bytes
    sent: Deed
    heard: bytes
    outcome: str
    first: bool
    at: int
    time: int

    @property
    def answered(self) -> bool:
        """Did the text come back?"""
        return self.line.strip().lower() in self.heard.lower()

    @property
    def shown(self) -> str:
        """The line, for a message."""
        return self.line.decode("utf-8", "replace").strip()[:60]


def named(schedule: Schedule, *words: str) -> list[Client]:
    """The clients whose names begin so."""
    return [client for client in schedule.clients if client.name.startswith(words)]


def exchanges_of(client: Client) -> list[Exchange]:
    """Each send of a client with what it then received."""
    found: list[Exchange] = []
    first = True
    for position, deed in enumerate(client.deeds):
        if deed.kind == "connect":
            first = True
        if deed.kind in _SENDS:
            found.append(_exchange(client, position, first))
            first = False
    return found


def _exchange(client: Client, position: int, first: bool) -> Exchange:
    deed = last = client.deeds[position]
    heard, outcome = b"", "reset" if deed.outcome == "reset" else ""
    for later in client.deeds[position + 1 :]:
        if later.kind in _SENDS or later.kind == "connect":
            break
        if later.kind in _RECEIVES:
            last = later
            heard += later.received
            outcome = outcome if outcome == "reset" else later.outcome
    at = last.asked if last.at is None else last.at
    return Exchange(deed.data, deed, heard, outcome, first, at, last.time or last.asked_time)


def require_served(schedule: Schedule, clients: Iterable[Client]) -> None:
    """Each of these clients could connect and had each of its lines answered."""
    for client in clients:
        _require_connected(schedule, client)
        exchanges = exchanges_of(client)
        for number, one in enumerate(exchanges):
            again = number + 1 < len(exchanges) and exchanges[number + 1].line == one.line
            if one.answered or (again and one.outcome in _ENDED and not one.first):
                continue  # the server may close after an answer: the client has come again
            _fail_unanswered(schedule, client, one)
        if not exchanges:
            require_still_there(schedule, client)
            zh, en = who_is_busy(schedule, len(schedule.events))
            fail(
                f"客户端 {client.name} 没有机会说话{zh}。",
                f"The client {client.name} never had a chance to speak{en}.",
            )


def _require_connected(schedule: Schedule, client: Client) -> None:
    for deed in client.deeds:
        if deed.kind != "connect" or deed.done:
            continue
        require_still_there(schedule, client)
        at = deed.asked if deed.at is None else deed.at
        if deed.outcome == "refused":
            fail(
                f"客户端 {client.name} 的连接被拒绝：没有人在监听。",
                f"The connection of the client {client.name} is refused: nobody listens.", at,
            )
        zh, en = who_is_busy(schedule, at)
        fail(
            f"客户端 {client.name} 连接不上，服务器不再接受连接{zh}。",
            f"The client {client.name} cannot connect, the server accepts nobody{en}.", at,
        )


def _fail_unanswered(schedule: Schedule, client: Client, one: Exchange) -> None:
    require_still_there(schedule, client)
    zh, en = _heard(one)
    if one.outcome in _ENDED:
        how, how_en = {"reset": ("重置", "reset"), "closed": ("关闭", "closed")}[one.outcome]
        last_zh, last_en = last_touch(schedule, one)
        fail(
            f"客户端 {client.name} 说了“{one.shown}”，服务器没有回答就{how}了连接{zh}{last_zh}。",
            f"The client {client.name} said “{one.shown}”, and the server {how_en} the connection"
            f" without that answer{en}{last_en}.", one.at,
        )
    seconds = (one.time - one.sent.asked_time) / SECOND
    busy_zh, busy_en = who_is_busy(schedule, one.at)
    if not busy_zh:
        busy_zh, busy_en = last_touch(schedule, one)
    fail(
        f"客户端 {client.name} 说了“{one.shown}”，{seconds:g} 秒之后还没有得到回答{zh}{busy_zh}。",
        f"The client {client.name} said “{one.shown}” and had no answer after {seconds:g} s{en}"
        f"{busy_en}.", one.at,
    )


def _heard(one: Exchange) -> tuple[str, str]:
    """What came instead of an answer."""
    if not one.heard:
        return "", ""
    shown = one.heard[:60].decode("utf-8", "replace").strip()
    return f"，收到的是“{shown}”", f"; what came was “{shown}”"


def last_touch(schedule: Schedule, one: Exchange) -> tuple[str, str]:
    """The last thing that the server did with the connection of an exchange."""
    for event in reversed(schedule.events[: one.at]):
        if event.resource == one.sent.connection and event.op.startswith("NET_"):
            zh, en = line_words(schedule, event.where)
            does, does_en = _DOES.get(event.op, ("关闭（close）", "close"))
            return (f"；服务器最后对它做的是{does}{zh}",
                    f"; the last that the server did with it: {does_en}{en}")
    return "；服务器没有接受这个连接", "; the server has not accepted that connection"


def who_is_busy(schedule: Schedule, before: int) -> tuple[str, str]:
    """Where a thread of the server was at that moment, if it was in something that blocks others."""
    for thread in sorted(schedule.threads):
        where, op = _doing(schedule, thread, before)
        if op and op != "NET_POLL" and schedule.stack(where):
            zh, en = line_words(schedule, where)
            name = schedule.name_of(thread)
            does, does_en = _DOES.get(op, ("等待", "a wait"))
            return f"；这时 {name} 在{does}{zh}", f"; {name} was in {does_en} then{en}"
    return "", ""


def _doing(schedule: Schedule, thread: int, before: int) -> tuple[int, str]:
    """(position, operation) that a thread was waiting in when event `before` happened."""
    for event in schedule.of(thread):
        if event.at >= before and event.op != "note":
            return (event.where, event.op) if event.asked < before else (0, "")
    blocked = next((b for b in schedule.waiting if b.thread == thread), None)
    return (blocked.where, blocked.op) if blocked is not None else (0, "")


def require_own_words(clients: list[Client]) -> None:
    """Nobody hears what only somebody else has said."""
    owner = {
        exchange.line.strip().lower(): client.name
        for client in clients for exchange in exchanges_of(client)
        if exchange.line.startswith(client.name.encode())
    }
    for client in clients:
        for deed in client.deeds:
            heard = deed.received.lower()
            for line, name in owner.items() if heard else ():
                if name != client.name and line in heard:
                    shown = line.decode("utf-8", "replace")
                    fail(
                        f"客户端 {client.name} 收到了 {name} 说的话“{shown}”。",
                        f"The client {client.name} received what {name} had said, “{shown}”.",
                        deed.at,
                    )
