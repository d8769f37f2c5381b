"""Checks of task 8: a pipe between processes."""

from __future__ import annotations

from grader.evidence.exchange import exchange_of
from grader.suite import Schedule, check, fail, require, text
from grader.suite.processes import others
from grader.suite.rules import require_clean_end
from grader.suite.traffic import (
    crossings,
    is_message_printed,
    is_stream_printed,
    messages_between,
    sizes,
)
from grader.suite.words import line_words


@check(
    "through_a_pipe", points=3, over="respected",
    title=text("消息经过管道到另一个进程", "a message goes through a pipe to another process"),
    requirement=text(
        "一个进程通过管道发送消息，另一个进程收到（队列不是管道）。",
        "One process sends a message through a pipe, and another receives it (a queue is no pipe).",
    ),
    hint=text(
        "multiprocessing.Pipe() 返回两端：一端留给自己，另一端交给子进程。",
        "multiprocessing.Pipe() gives two ends: keep one, hand the other to the child process.",
    ),
)
def test_through_a_pipe(schedule: Schedule) -> None:
    require(
        others(schedule), zh="程序没有启动别的进程。", en="The program starts no other process.",
    )
    found = exchange_of(schedule)
    written = [s for s in found.streams.values() if s.written]
    require(
        found.messages or written,
        zh="没有任何东西通过管道发送" + ("（队列不是管道）。" if found.items else "。"),
        en="Nothing is sent through a pipe" + (" (a queue is no pipe)." if found.items else "."),
    )
    if crossings(schedule):
        return
    received = [
        m for m in found.messages if m.received_by is not None
        and schedule.process_of(m.received_by) == schedule.process_of(m.sent_by)
    ]
    if received:
        name = schedule.process_of(received[0].sent_by).name
        fail(
            f"消息由同一个进程（{name}）发送又接收，没有到另一个进程。",
            f"The messages are sent and received by the same process ({name}).",
            received[0].received_at,
        )
    fail("发送的消息没有到达另一个进程。", "What is sent reaches no other process.")


@check(
    "all_arrive", points=2, needs="through_a_pipe",
    title=text("每条消息都到达", "every message arrives"),
    requirement=text(
        "每种顺序下，发送的每条消息都被接收；字节管道里写入的都要读完。",
        "In every order each message that is sent is received; on a byte pipe all that is written"
        " is read.",
    ),
    hint=text(
        "接收到 EOFError（或读到空）为止，或者约定结束标记；terminate() 之前先收完。",
        "Receive until EOFError (or an empty read), or agree on an end mark; receive everything"
        " before terminate().",
    ),
)
def test_all_arrive(schedule: Schedule) -> None:
    for message in messages_between(schedule):
        if message.received_at is None:
            zh, en = line_words(schedule, message.where)
            name = schedule.process_of(message.sent_by).name
            fail(
                f"{name} 发送的 {message.value.shown}{zh} 没有被接收。",
                f"{message.value.shown}, sent by {name}{en}, was never received.", message.sent_at,
            )
        require(
            message.digest == message.received_digest,
            zh="收到的消息与发送的不一样：几个进程同时往一个管道写，消息混在了一起。",
            en="What was received is not what was sent: several processes wrote at the same time.",
            at=message.received_at,
        )
    for stream in exchange_of(schedule).streams.values():
        written, read = sizes(stream.written), sizes(stream.read)
        require(
            read >= written or not stream.written,
            zh=f"往管道里写了 {written} 个字节，只读出 {read} 个。",
            en=f"{written} bytes were written to the pipe, and {read} were read.",
            at=stream.written[-1].at if stream.written else None,
        )


@check(
    "printed", points=2, needs="through_a_pipe",
    title=text("接收的进程打印消息", "the receiver prints the message"),
    requirement=text(
        "接收的进程至少打印一条收到的消息，内容完整。",
        "The receiving process prints at least one message that it has received, undamaged.",
    ),
    hint=text("print(conn.recv())；字节先 decode。", "print(conn.recv()); decode bytes first."),
)
def test_printed(schedule: Schedule) -> None:
    found = exchange_of(schedule)
    shown = any(is_message_printed(schedule, m) for m in messages_between(schedule)) or any(
        is_stream_printed(schedule, s) for s in found.streams.values()
        if {schedule.process_of(c.thread).number for c in s.read if c.size}
        - {schedule.process_of(c.thread).number for c in s.written}
    )
    require(
        shown, zh="接收的进程没有把收到的消息打印出来。",
        en="The receiving process prints no message that it has received.",
    )


@check(
    "clean_end", points=3, over="all",
    title=text("每个进程都正常结束", "every process ends by itself"),
    requirement=text(
        "每种顺序下，每个进程都自己结束，退出码为 0；没有未捕获的异常，不卡死，不留下进程。",
        "In every order each process ends by itself with code 0; no uncaught exception, no hang,"
        " nobody left behind.",
    ),
    hint=text(
        "每个进程都关闭自己不用的那一端，对方才会读到结束；先接收再 join。",
        "Close the end that a process does not use, or the other never sees the end; receive before"
        " you join.",
    ),
)
def test_clean_end(schedule: Schedule) -> None:
    require_clean_end(schedule, [])
