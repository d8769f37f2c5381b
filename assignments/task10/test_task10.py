"""Checks of task 10: a socketserver that a flood cannot take down."""

from __future__ import annotations

from grader.evidence.clients import Client
from grader.suite import SECOND, Schedule, cannot_judge, check, fail, require, text
from grader.suite.doubt import doubt_of
from grader.suite.server_end import require_no_report, require_still_there
from grader.suite.servers import most_held, most_workers, serving_events
from grader.suite.streams import require_every_byte
from grader.suite.visitors import (
    exchanges_of,
    named,
    require_own_words,
    require_served,
    who_is_busy,
)
from grader.suite.words import line_words

FLOODS = ("silent_flood", "talking_flood", "resetting_flood", "restless_flood")
MOST_WORKERS = 100
MOST_HELD = 200
"""accepted connections at once; every flood that stays has more"""
FEW_SECONDS = 10 * SECOND


def first_answer(client: Client) -> int | None:
    """When the first of its lines was answered (ns)."""
    return next((one.time for one in exchanges_of(client) if one.answered), None)


def flood_end(schedule: Schedule) -> int:
    """When the last client of the flood had ended (ns)."""
    return max((c.deeds[-1].time for c in named(schedule, "flood") if c.deeds), default=0)


@check(
    "uses_socketserver", points=2, scenarios=("polite",), over="all",
    title=text("用 socketserver", "built on socketserver"),
    requirement=text(
        "连接由 socketserver 的服务器接受。", "Connections are accepted by a server of socketserver."
    ),
    hint=text(
        "继承 socketserver.ThreadingTCPServer 或 ForkingTCPServer，调用 serve_forever()。",
        "Derive from socketserver.ThreadingTCPServer or ForkingTCPServer and call serve_forever().",
    ),
)
def test_uses_socketserver(schedule: Schedule) -> None:
    accepts = [e for e in serving_events(schedule) if e.op == "NET_ACCEPT"]
    if not accepts:
        require_still_there(schedule)
        fail("服务器没有接受任何连接。", "The server accepts no connection.")
    for event in accepts:
        zh, en = line_words(schedule, event.where)
        require(
            "socketserver" in schedule.packages(event.where),
            zh=f"接受连接的不是 socketserver{zh}。",
            en=f"It is not socketserver that accepts the connections{en}.", at=event.at,
        )


@check(
    "answers", points=1, scenarios=("polite",), over="all",
    title=text("回答每个客户端", "answers every client"),
    requirement=text(
        "把每条消息的文字发回给说这句话的客户端（大写或原样都行）；没有未捕获的异常，一直运行。",
        "Each message's text goes back to the client that sent it (upper-cased or as it came); no"
        " uncaught exception; the server goes on.",
    ),
    hint=text(
        "在 handle() 里读到什么就发回什么，直到读到 b\"\"。",
        "In handle(), send back what you read, until an empty read.",
    ),
)
def test_answers(schedule: Schedule) -> None:
    guests = named(schedule, "guest")
    require_served(schedule, guests)
    require_own_words(guests)
    require_still_there(schedule)
    require_no_report(schedule)


@check(
    "several_at_once", points=1, scenarios=("together",), over="all",
    title=text("同时服务几个客户端", "several clients at once"),
    requirement=text(
        "一个客户端话说了一半在等的时候，另一个也得到回答（线程或子进程）。",
        "While one client is in the middle of a message, another is answered (threads or forks).",
    ),
    hint=text(
        "用 ThreadingMixIn 或 ForkingMixIn，或者几个工作线程；不要把整个 handle() 锁起来。",
        "Use ThreadingMixIn or ForkingMixIn, or several workers; no lock around all of handle().",
    ),
)
def test_several_at_once(schedule: Schedule) -> None:
    guests, slow = named(schedule, "guest"), named(schedule, "slow")
    require_served(schedule, guests)
    until = next((d.asked for c in slow for d in c.deeds[3:] if d.kind == "send"), None)
    for client in guests:
        late = next((e for e in exchanges_of(client) if until is not None and e.at > until), None)
        if late is not None:
            zh, en = who_is_busy(schedule, until or 0)
            fail(
                f"客户端 {client.name} 要等到客户端 slow 说完才得到回答{zh}。",
                f"The client {client.name} is answered only when the client slow is through{en}.",
                late.at,
            )


@check(
    "bounded", points=2, scenarios=FLOODS, over="everything",
    title=text("线程、进程和连接的数量有上限", "threads, processes and connections are bounded"),
    requirement=text(
        "几百个连接涌来时，线程加子进程最多 100 个，接受之后握在手里的连接也不随洪水增长。",
        "With several hundred connections there are at most 100 threads and child processes, and the"
        " accepted connections that are held do not grow with the flood either.",
    ),
    hint=text(
        "在 process_request 里先取得一个位置（Semaphore）再启动线程，没有位置就等，或者关闭连接；"
        "队列要有 maxsize。",
        "In process_request take a place (Semaphore) before a thread is started; without one wait, or"
        " close the connection; give a queue a maxsize.",
    ),
)
def test_bounded(schedule: Schedule) -> None:
    workers = most_workers(schedule)
    if workers.count > MOST_WORKERS:
        event = schedule.events[min(workers.at, len(schedule.events) - 1)]
        zh, en = line_words(schedule, event.where)
        fail(
            f"洪水中同时有 {workers.count} 个线程和子进程{zh}，最多可以有 {MOST_WORKERS} 个。",
            f"In the flood there were {workers.count} threads and child processes at once{en}; there"
            f" may be {MOST_WORKERS}.", workers.at,
        )
    held = most_held(schedule)
    if held.count > MOST_HELD:
        event = schedule.events[min(held.at, len(schedule.events) - 1)]
        zh, en = line_words(schedule, event.where)
        fail(
            f"服务器同时握着 {held.count} 个接受了的连接{zh}：它们随洪水增长，没有上限。",
            f"The server holds {held.count} accepted connections at once{en}: they grow with the"
            " flood, and nothing bounds them.", held.at,
        )
    if schedule.ending == "crowded":
        require_still_there(schedule)
    if not schedule.is_exact:
        doubt = doubt_of(schedule)
        cannot_judge(doubt.zh, doubt.en)
    if not schedule.accepts:
        require_still_there(schedule)


@check(
    "floods", points=2, scenarios=FLOODS, over="all",
    title=text("洪水中和洪水后照常服务", "serves through and after a flood"),
    requirement=text(
        "洪水之前、之中（或结束后几秒内）和之后，守规矩的客户端都得到回答；服务器还是原来的进程，没有永远丢失的位置。",
        "A well-behaved client is answered before a flood, during it (or within a few seconds of its"
        " end) and afterwards; the server is still the same process, and no place is lost for good.",
    ),
    hint=text(
        "在 finally 里归还位置：重置、超时和异常也要归还；工作线程要能经受任何一个请求的异常。",
        "Give a place back in finally, after resets, time-outs and exceptions too; a worker has to"
        " outlive the exception of any one request.",
    ),
)
def test_floods(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "before"))
    require_still_there(schedule)
    end = flood_end(schedule)
    for client in named(schedule, "during", "after"):
        answered = first_answer(client)
        until = max(end, client.deeds[0].asked_time if client.deeds else 0) + FEW_SECONDS
        if answered is not None and answered <= until:
            continue
        at = client.deeds[-1].asked if client.deeds else len(schedule.events)
        zh, en = who_is_busy(schedule, at)
        when, when_en = ("洪水期间", "during the flood") if client.name.startswith("during") else (
            "洪水之后", "after the flood")
        fail(
            f"{when}来的守规矩的客户端没有得到回答，洪水结束 {FEW_SECONDS // SECOND} 秒之后也没有{zh}。",
            f"The well-behaved client that came {when_en} had no answer, not even"
            f" {FEW_SECONDS // SECOND} s after the flood's end{en}.", at,
        )


@check(
    "stream", points=1, required=False, scenarios=("stream",), over="all",
    title=text("TCP 是字节流", "TCP is a stream"),
    requirement=text(
        "两行并在一个包里、一行分在几个包里、一个汉字被切开、长达 32 KiB 的行：每个字节都按顺序回来。",
        "Two lines in one packet, one line in several, a Chinese character cut in half, a line of up"
        " to 32 KiB: every byte comes back, in order.",
    ),
    hint=text(
        "循环地读，原样发回字节，不要解码每一次 recv 的结果，也不要只回答一次就结束。",
        "Read in a loop and send the bytes back as they are: do not decode each recv, and do not end"
        " after one answer.",
    ),
)
def test_stream(schedule: Schedule) -> None:
    require_every_byte(schedule, schedule.clients)


@check(
    "silent_cannot_hold", points=1, required=False, scenarios=("squatters",), over="all",
    title=text("不说话的占不住位置", "the silent cannot hold all places"),
    requirement=text(
        "连接之后一直不说话的客户端不能永远占着所有位置：空闲的连接会被关闭，或者不算在内。",
        "Clients that connect and stay silent cannot hold all the places for ever: an idle connection"
        " is closed, or does not count.",
    ),
    hint=text(
        "给处理器设置超时：StreamRequestHandler 的 timeout，或 self.request.settimeout(…)。",
        "Set a time-out: `timeout` of a StreamRequestHandler, or self.request.settimeout(…).",
    ),
)
def test_silent_cannot_hold(schedule: Schedule) -> None:
    closes = [d.asked for c in named(schedule, "squatter") for d in c.deeds if d.kind == "close"]
    for client in named(schedule, "patient"):
        answer = next((one for one in exchanges_of(client) if one.answered), None)
        if answer is None or answer.at > min(closes, default=answer.at):
            require_still_there(schedule, client)
            at = client.deeds[-1].asked if client.deeds else len(schedule.events)
            zh, en = who_is_busy(schedule, at)
            fail(
                f"不说话的客户端占着所有位置，一个小时之后别人还进不来{zh}。",
                f"Silent clients hold all the places; after an hour nobody else can get in{en}.", at,
            )
