"""Checks of task 11: a socket server with asyncio."""

from __future__ import annotations

from grader.suite import SECOND, Schedule, check, fail, require, text
from grader.suite.server_end import require_no_report, require_still_there
from grader.suite.servers import (
    require_no_spin_since,
    require_no_waste,
    require_one_thread,
    serving_events,
)
from grader.suite.streams import require_every_byte, require_nothing_lost
from grader.suite.visitors import named, require_own_words, require_served
from grader.suite.words import line_words


def loop_threads(schedule: Schedule) -> set[int]:
    """The threads in which an event loop waits."""
    return {
        event.thread for event in schedule.operations("NET_POLL")
        if "asyncio" in schedule.packages(event.where)
    }


@check(
    "uses_asyncio", points=1, scenarios=("polite",), over="all",
    title=text("用 asyncio，一个线程", "asyncio, in one thread"),
    requirement=text(
        "只有一个进程、一个线程；连接由 asyncio 的事件循环接受、读、写。",
        "One process, one thread; connections are accepted, read and written by asyncio's event loop.",
    ),
    hint=text(
        "用 asyncio.start_server、loop.create_server 或 loop.sock_*；不要用线程，也不要用 to_thread。",
        "Use asyncio.start_server, loop.create_server or loop.sock_*; no threads, no to_thread.",
    ),
)
def test_uses_asyncio(schedule: Schedule) -> None:
    require_one_thread(schedule)
    serving = serving_events(schedule)
    if not serving:
        require_still_there(schedule)
        fail("服务器没有接受任何连接。", "The server accepts no connection.")
    loops = loop_threads(schedule)
    for event in serving:
        zh, en = line_words(schedule, event.where)
        require(
            event.thread in loops and "asyncio" in schedule.packages(event.where),
            zh=f"连接不是由 asyncio 的事件循环处理的{zh}。",
            en=f"The connections are not handled by asyncio's event loop{en}.", at=event.at,
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
        "读到什么就写回什么，再 await writer.drain()；read 返回 b\"\" 才表示客户端离开。",
        "Write back what you read, then await writer.drain(); only an empty read means that the"
        " client has left.",
    ),
)
def test_answers(schedule: Schedule) -> None:
    guests = named(schedule, "guest")
    require_served(schedule, guests)
    require_own_words(guests)
    require_still_there(schedule)
    require_no_report(schedule)


@check(
    "crowd", points=1, scenarios=("crowd",), over="all",
    title=text("一百个客户端同时在线", "a hundred clients at once"),
    requirement=text(
        "100 个客户端同时连接，另有几个不说话，每个都得到自己的回答，谁也听不到别人的话。",
        "With 100 clients connected at once, beside some that stay silent, each has its own answers,"
        " and nobody hears somebody else's words.",
    ),
    hint=text(
        "每个连接有自己的处理函数和自己的变量；不要用全局变量保存“当前”的 writer。",
        "Each connection has a handler and variables of its own; keep no “current” writer in a global.",
    ),
)
def test_crowd(schedule: Schedule) -> None:
    guests = named(schedule, "guest")
    require_own_words(guests)
    require_served(schedule, guests)


@check(
    "outlives_leavers", points=1, scenarios=("leavers",), over="all",
    title=text("客户端离开，服务器照常", "outlives clients that leave"),
    requirement=text(
        "客户端在说话之前、两句之间、一句话中间离开，或反复连接又离开，服务器继续为别人服务。",
        "Clients leave before, between and in the middle of messages, and come and go many times;"
        " the others are served as before.",
    ),
    hint=text(
        "read 返回 b\"\" 时离开循环并 writer.close()，不要停止事件循环。",
        "When read returns b\"\", leave the loop and close the writer; do not stop the event loop.",
    ),
)
def test_outlives_leavers(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "witness", "latecomer", "leaves between"))
    require_still_there(schedule)
    require_no_spin_since(schedule, "shutdown")


@check(
    "blocks_when_idle", points=1, scenarios=("idle",), over="all",
    title=text("没事做时阻塞等待", "blocks when there is nothing to do"),
    requirement=text(
        "没有事做的时候阻塞：不空转，也不比每 0.1 秒更频繁地查看。",
        "With nothing to do it blocks: no spinning, no looking more often than every 0.1 s.",
    ),
    hint=text(
        "用 await server.serve_forever() 等待；不要用 sleep(0) 或很短的超时反复查看。",
        "Wait with await server.serve_forever(); no sleep(0), no short time-outs again and again.",
    ),
)
def test_blocks_when_idle(schedule: Schedule) -> None:
    require_no_waste(schedule)
    require_still_there(schedule)


@check(
    "never_blocks_the_loop", points=2, scenarios=("slow", "polite"), over="all",
    title=text("不阻塞事件循环", "never blocks the loop"),
    requirement=text(
        "处理函数里没有阻塞事件循环的操作：一个客户端慢的时候，别人马上得到回答。",
        "Nothing in a handler blocks the loop: while one client is slow, the others are answered at"
        " once.",
    ),
    hint=text(
        "协程里只用 await 等待：asyncio.sleep 而不是 time.sleep，reader.read 而不是 socket.recv。",
        "In a coroutine only await waits: asyncio.sleep and not time.sleep, reader.read and not"
        " socket.recv.",
    ),
)
def test_never_blocks_the_loop(schedule: Schedule) -> None:
    accepts = schedule.accepts
    first = min((event.at for event in accepts.values()), default=len(schedule.events))
    for thread in sorted(loop_threads(schedule)):
        for event, waited in schedule.waits(thread):
            if waited and event.at > first and event.op != "NET_POLL":
                zh, en = line_words(schedule, event.where)
                fail(
                    f"事件循环被阻塞了 {waited / SECOND:g} 秒{zh}，这段时间谁也得不到回答。",
                    f"The event loop was blocked for {waited / SECOND:g} s{en}; nobody could be"
                    " answered meanwhile.", event.at,
                )
    if schedule.scenario == "slow":
        require_served(schedule, named(schedule, "guest"))
    require_still_there(schedule)


@check(
    "stream", points=1, required=False, scenarios=("stream",), over="all",
    title=text("TCP 是字节流", "TCP is a stream"),
    requirement=text(
        "两行并在一个包里、一行分在几个包里、一个汉字被切开、长达 32 KiB 的行：每个字节都按顺序回来。",
        "Two lines in one packet, one line in several, a Chinese character cut in half, a line of up"
        " to 32 KiB: every byte comes back, in order.",
    ),
    hint=text(
        "循环地 read，原样写回字节，不要解码每一次 read 的结果，也不要只回答一次就关闭。",
        "Read in a loop and write the bytes back as they are: do not decode each read, and do not close"
        " after one answer.",
    ),
)
def test_stream(schedule: Schedule) -> None:
    require_every_byte(schedule, schedule.clients)


@check(
    "survives_resets", points=1, required=False, scenarios=("resets", "junk"), over="all",
    title=text("连接重置和乱码打不垮", "survives resets and junk"),
    requirement=text(
        "客户端重置连接，或发来不是 UTF-8 的字节，服务器都继续为别人服务。",
        "Clients reset the connection or send bytes that are no UTF-8; the others are served as"
        " before.",
    ),
    hint=text(
        "在处理函数里捕获 ConnectionError，只结束那一个客户端。",
        "Catch ConnectionError in the handler, and end that client only.",
    ),
)
def test_survives_resets(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "witness", "latecomer"))
    require_still_there(schedule)
    require_no_spin_since(schedule, "connect", "resets", "closes", "junk")


@check(
    "never_stuck", points=1, required=False, scenarios=("late", "greedy"), over="all",
    title=text("不读的客户端拖不住服务器", "nobody who does not read holds it up"),
    requirement=text(
        "读得晚的客户端不丢数据；只发不读的客户端不妨碍别人，服务器也不空转。",
        "Who reads late loses nothing; who sends and never reads stops nobody, and nothing spins.",
    ),
    hint=text(
        "每次 write 之后 await writer.drain()：它只让这一个客户端等。",
        "await writer.drain() after each write: it makes that client wait, and nobody else.",
    ),
)
def test_never_stuck(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "witness", "latecomer"))
    require_nothing_lost(schedule, named(schedule, "late reader"))
    require_no_spin_since(schedule, "connect", "late", "greedy")
