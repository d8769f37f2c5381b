"""What clients of a server said and heard, and the rules that its tasks share about it.

A client that is *served* has every line answered: its text comes back, in any case and among any
words. A server may close after an answer (the client then comes again), but not leave a client
connected without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.evidence.clients import Client, Deed
from grader.evidence.schedule import SECOND, Schedule
from grader.suite.vocabulary import fail
from grader.suite.words import line_words

_SENDS = ("send", "send_some")
_RECEIVES = ("receive", "receive_line", "receive_exactly", "receive_to_end")
_ENDED = ("closed", "reset")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line that a client sent, and all that came back before its next one. `outcome`: how the
    hearing ended ("" where the schedule was over first); `first` on a fresh connection?"""

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
        return self.line.decode("utf-8", "replace").strip()


def named(schedule: Schedule, *words: str) -> list[Client]:
    """The clients whose names begin so."""
    return [c for c in schedule.clients if c.name.startswith(words)]


def exchanges_of(client: Client) -> list[Exchange]:
    """Each send of a client with what it then received."""
    found: list[Exchange] = []
    first = True
    for position, deed in enumerate(client.deeds):
        if deed.kind == "connect":
            first = True
        if deed.kind not in _SENDS:
            continue
        heard, outcome, last = b"", "", deed
        for later in client.deeds[position + 1 :]:
            if later.kind in _SENDS or later.kind == "connect":
                break
            if later.kind in _RECEIVES:
                last = later
                heard += later.received
                if later.kind != "receive_to_end" or later.outcome != "done":
                    outcome = later.outcome
        if deed.outcome == "reset":
            outcome = "reset"
        at = last.asked if last.at is None else last.at
        found.append(Exchange(deed.data, deed, heard, outcome, first, at, last.time))
        first = False
    return found


def require_served(schedule: Schedule, clients: Iterable[Client]) -> None:
    """Each of these clients could connect and had each of its lines answered."""
    for client in clients:
        _require_connected(schedule, client)
        exchanges = exchanges_of(client)
        for number, one in enumerate(exchanges):
            if one.answered:
                continue
            again = number + 1 < len(exchanges) and exchanges[number + 1].line == one.line
            if again and one.outcome in _ENDED and not one.first:
                continue  # the server had closed after an earlier answer
            _fail_unanswered(schedule, client, one)
        if not exchanges:
            require_still_there(schedule, client)
            fail(f"{client.name} 没有机会说话。", f"{client.name} never had a chance to speak.")


def _require_connected(schedule: Schedule, client: Client) -> None:
    for deed in client.deeds:
        if deed.kind != "connect" or deed.done:
            continue
        if not deed.outcome:
            require_still_there(schedule, client)
            fail(
                f"{client.name} 连接不上服务器。", f"{client.name} cannot connect to the server.",
                deed.asked,
            )
        require_still_there(schedule, client)
        if deed.outcome == "refused":
            fail(
                f"{client.name} 的连接被拒绝：没有人在监听。",
                f"The connection of {client.name} is refused: nobody listens.", deed.at,
            )
        seconds = deed.within_ns / SECOND
        fail(
            f"{client.name} 等了 {seconds:g} 秒还没有连接上：服务器不再 accept。",
            f"{client.name} could not connect within {seconds:g} s: the server does not accept.",
            deed.at,
        )


def _fail_unanswered(schedule: Schedule, client: Client, one: Exchange) -> None:
    require_still_there(schedule, client)
    said = f"“{one.shown[:60]}”"
    if one.outcome == "reset":
        fail(
            f"{client.name} 说了{said}，连接却被服务器重置，没有回答。",
            f"{client.name} said {said}, and the server reset the connection without an answer.",
            one.at,
        )
    if one.outcome == "closed":
        fail(
            f"{client.name} 说了{said}，服务器没有回答就关闭了连接{_heard(one)[0]}。",
            f"{client.name} said {said}, and the server closed the connection without an answer"
            f"{_heard(one)[1]}.", one.at,
        )
    zh, en = who_is_busy(schedule, one.at)
    seconds = (one.time - one.sent.asked_time) / SECOND
    fail(
        f"{client.name} 说了{said}，{seconds:g} 秒之后还没有得到回答{_heard(one)[0]}{zh}。",
        f"{client.name} said {said} and had no answer after {seconds:g} s{_heard(one)[1]}{en}.",
        one.at,
    )


def _heard(one: Exchange) -> tuple[str, str]:
    """What came instead of an answer."""
    if not one.heard:
        return "", ""
    shown = one.heard[:60].decode("utf-8", "replace").strip()
    return f"（收到的是“{shown}”）", f" (what came was “{shown}”)"


def who_is_busy(schedule: Schedule, before: int) -> tuple[str, str]:
    """Where the server's threads were at that moment, if they were in something that blocks."""
    for thread in sorted(schedule.threads):
        events = [e for e in schedule.of(thread) if e.op != "note"]
        current = next((e for e in events if e.at > before and e.asked < before), None)
        where, op = (current.where, current.op) if current else (0, "")
        if current is None:
            blocked = next((b for b in schedule.waiting if b.thread == thread), None)
            if blocked is not None and (not events or events[-1].at < before):
                where, op = blocked.where, blocked.op
        if op and op != "NET_POLL" and schedule.stack(where):
            zh, en = line_words(schedule, where)
            name = schedule.name_of(thread)
            return (f"；这时 {name} 在{_DOES.get(op, ('等待', ''))[0]}{zh}",
                    f"; {name} was in {_DOES.get(op, ('', 'a wait'))[1]} then{en}")
    return "", ""


_DOES = {
    "NET_RECEIVE": ("接收（recv）", "recv"), "NET_SEND": ("发送（send）", "send"),
    "NET_ACCEPT": ("接受连接（accept）", "accept"), "SLEEP": ("睡眠", "sleep"),
    "JOIN": ("等线程结束", "join"), "ACQUIRE": ("等锁", "a wait for a lock"),
    "GET": ("等队列", "a wait for a queue"), "WAIT_CHILD": ("等子进程", "a wait for a child"),
}


def require_still_there(schedule: Schedule, client: Client | None = None) -> None:
    """The server had not ended: with what, and where it was when an exception ended it."""
    if schedule.ending not in ("exit", "died", "deadlock"):
        return
    zh = f"，{client.name} 还在等" if client else ""
    en = f" while {client.name} was still waiting" if client else ""
    for event in schedule.notes("exception"):
        if event.thread != 0:
            continue
        kind, message, file, line = event.note[1:5]
        message = " ".join(str(message).split())
        at = f"（{file} 第 {line} 行）" if line else ""
        at_en = f" ({file}, line {line})" if line else ""
        fail(
            f"服务器因为没有捕获的异常结束了{zh}：{kind}: {message}{at}。",
            f"The server was ended{en} by an exception that nobody caught: {kind}:"
            f" {message}{at_en}.", event.at,
        )
    if schedule.ending == "deadlock":
        listens = any(e.result >= 0 for e in schedule.operations("NET_LISTEN"))
        if not listens:
            fail(
                "程序没有监听任何端口，所以没有人能连接。",
                "The program listens on no port, so nobody can connect.",
                len(schedule.events) - 1,
            )
        return
    if schedule.ending == "died":
        fail(f"服务器的进程被终止了{zh}。", f"The server's process was ended{en}.")
    fail(
        f"服务器自己结束了{zh}（退出码 {schedule.exit_status}），它应当一直运行。",
        f"The server ended by itself{en} (exit code {schedule.exit_status}); it should go on until"
        " it is stopped.", schedule.exited,
    )


def require_own_words(clients: list[Client]) -> None:
    """Nobody hears what only somebody else has said."""
    said = {
        client.name: {e.line.strip() for e in exchanges_of(client)
                      if e.line.startswith(client.name.encode())}
        for client in clients
    }
    owner = {line: name for name, lines in said.items() for line in lines}
    for client in clients:
        for deed in client.deeds:
            for piece in deed.received.lower().splitlines():
                for line, name in owner.items():
                    if name != client.name and line in piece:
                        fail(
                            f"{client.name} 收到了 {name} 说的话（“{line.decode()}”）。",
                            f"{client.name} received what {name} had said (“{line.decode()}”).",
                            deed.at,
                        )
