"""Checks of task 9: a server with selectors."""

from __future__ import annotations

from grader.suite import Schedule, check, fail, require, text
from grader.suite.server_end import require_no_report, require_still_there
from grader.suite.servers import (
    require_no_spin_since,
    require_no_waste,
    require_one_thread,
    serving_events,
    waits_for_clients,
)
from grader.suite.streams import require_every_byte, require_nothing_lost
from grader.suite.visitors import named, require_own_words, require_served
from grader.suite.words import line_words


@check(
    "one_selector", points=2, scenarios=("polite",), over="all",
    title=text("一个线程，一个选择器", "one thread, one selector"),
    requirement=text(
        "只有一个进程、一个线程；用一个 selectors 选择器等待所有客户端。",
        "One process, one thread; one selector of `selectors` waits for all the clients.",
    ),
    hint=text(
        "把监听套接字和每个 accept 得到的套接字都注册到同一个 selectors.DefaultSelector()。",
        "Register the listening socket and every accepted one with one"
        " selectors.DefaultSelector().",
    ),
)
def test_one_selector(schedule: Schedule) -> None:
    require_one_thread(schedule)
    waits = waits_for_clients(schedule)
    if not waits:
        require_still_there(schedule)
        first = next((e for e in serving_events(schedule) if e.op == "NET_RECEIVE"), None)
        zh, en = line_words(schedule, first.where if first else 0)
        fail(
            f"没有一次是选择器报告某个客户端可读之后才去读它的{zh}。",
            f"No client is ever read because a selector has said that it can be{en}.",
            first.at if first else None,
        )
    for wait in waits:
        packages = schedule.packages(wait.poll.where)
        zh, en = line_words(schedule, wait.poll.where)
        for other in ("asyncio", "socketserver"):
            require(
                other not in packages,
                zh=f"等待客户端的是 {other}{zh}，不是自己的选择器。",
                en=f"It is {other} that waits for the clients{en}, no selector of your own.",
                at=wait.poll.at,
            )
        require(
            "selectors" in packages,
            zh=f"等待客户端用的是 select 模块{zh}，不是 selectors。",
            en=f"The clients are waited for with the module select{en}, not with selectors.",
            at=wait.poll.at,
        )
    count = len({wait.poll.resource for wait in waits})
    require(
        count == 1, zh=f"用了 {count} 个选择器，应当只有一个。",
        en=f"{count} selectors wait for clients, there should be one.",
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
        "读到什么就发回什么；recv 返回 b\"\" 才表示客户端离开。",
        "Send back what you read; only an empty recv means that the client has left.",
    ),
)
def test_answers(schedule: Schedule) -> None:
    guests = named(schedule, "guest")
    require_served(schedule, guests)
    require_own_words(guests)
    require_still_there(schedule)
    require_no_report(schedule)


@check(
    "crowd", points=2, scenarios=("crowd",), over="all",
    title=text("一百个客户端同时在线", "a hundred clients at once"),
    requirement=text(
        "100 个客户端同时连接，另有几个不说话，每个都得到自己的回答，谁也听不到别人的话。",
        "With 100 clients connected at once, beside some that stay silent, each has its own answers,"
        " and nobody hears somebody else's words.",
    ),
    hint=text(
        "不要等某一个客户端：只处理选择器报告的那些；每个连接有自己的缓冲区。",
        "Wait for no single client: serve those that the selector names; a buffer for each.",
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
        "recv 返回 b\"\" 时先 unregister 再 close，不要结束程序。",
        "When recv returns b\"\", unregister and close that socket, and go on.",
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
        "selector.select() 不带超时；只有还有数据没发完时才注册 EVENT_WRITE。",
        "Call selector.select() without a time-out; watch for EVENT_WRITE only while something"
        " waits to be sent.",
    ),
)
def test_blocks_when_idle(schedule: Schedule) -> None:
    require_no_waste(schedule)
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
        "原样发回字节，不要解码每一次 recv 的结果；按行处理时，把剩下的半行留到下一次。",
        "Send bytes back as they are instead of decoding each recv; if you answer lines, keep the"
        " half line for the next time.",
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
        "在 recv 和 send 外面捕获 ConnectionError，只关闭那一个客户端。",
        "Catch ConnectionError around recv and send, and close that client only.",
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
        "套接字设为非阻塞；没发完的留在这个客户端的缓冲区，等 EVENT_WRITE 再发，这时先不读它。",
        "Make the sockets non-blocking; keep what could not be sent in that client's buffer, wait for"
        " EVENT_WRITE, and do not read from it meanwhile.",
    ),
)
def test_never_stuck(schedule: Schedule) -> None:
    require_served(schedule, named(schedule, "witness", "latecomer"))
    require_nothing_lost(schedule, named(schedule, "late reader"))
    require_no_spin_since(schedule, "connect", "late", "greedy")
