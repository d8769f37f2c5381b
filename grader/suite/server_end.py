"""How a server ended that should have gone on, and what was reported on its standard error."""

from __future__ import annotations

from grader.evidence.clients import Client
from grader.evidence.facts import Line
from grader.evidence.schedule import Schedule
from grader.suite.vocabulary import cannot_judge, fail
from grader.suite.words import death_words, exception_words, line_words

_REPORTS = (
    "Exception occurred during processing of request from", "Exception in callback",
    "Task exception was never retrieved", "Unhandled exception in client_connected_cb",
    "Future exception was never retrieved", "Fatal error: protocol", "Exception in thread",
)
"""how socketserver, asyncio and threading begin to tell of an exception that nobody caught"""


def require_still_there(schedule: Schedule, client: Client | None = None) -> None:
    """The server had not ended, nor was it out of its mind. `client`: who noticed."""
    zh = f"，客户端 {client.name} 还在等" if client else ""
    en = f" while the client {client.name} was still waiting" if client else ""
    ending, last = schedule.ending, len(schedule.events) - 1
    if ending == "steps":
        cannot_judge(
            f"{schedule.raw.steps} 步之后客户端还没有都结束，评分器没有再等下去。",
            f"After {schedule.raw.steps} steps not all clients had ended; the grader gave up there.",
        )
    if ending == "livelock":
        spin = schedule.spins[-1] if schedule.spins else None
        at_zh, at_en = line_words(schedule, spin.where if spin else 0)
        fail(
            f"服务器只是在空转{at_zh}{zh}。", f"The server only spins{at_en}{en}.",
            spin.event if spin else last,
        )
    if ending == "output":
        fail(
            "服务器的输出没有止境（超过限额）。", "The server writes without end (over the limit).", last,
        )
    if ending == "crowded":
        fail(
            "服务器的线程或子进程多到评分器不再跟踪。",
            "The server has more threads or child processes than the grader follows.", last,
        )
    if ending == "deadlock" and not any(e.result >= 0 for e in schedule.operations("NET_LISTEN")):
        fail(
            "程序没有监听任何端口，没有人能连接。",
            "The program listens on no port, so nobody can connect.", last,
        )
    if ending in ("exit", "died"):
        _fail_ended(schedule, zh, en)


def _fail_ended(schedule: Schedule, zh: str, en: str) -> None:
    for event in schedule.notes("exception"):
        if event.thread == 0:
            what, at, at_en = exception_words(event)
            fail(
                f"没有捕获的异常结束了服务器{zh}：{what}{at}。",
                f"An exception that nobody caught ended the server{en}: {what}{at_en}.",
                event.at,
            )
    if schedule.ending == "died":
        how_zh, how_en = death_words(schedule.raw.wait_status or 0)
        fail(f"服务器没有了{zh}：{how_zh}", f"The server is gone{en}: {how_en}")
    fail(
        f"服务器自己结束了{zh}（退出码 {schedule.exit_status}），它应当一直运行。",
        f"The server ended by itself{en} (exit code {schedule.exit_status}); it should go on until"
        " it is stopped.", schedule.exited,
    )


def require_no_report(schedule: Schedule) -> None:
    """No exception that nobody caught, also none that the library reports on standard error."""
    for event in schedule.notes("exception"):
        what, at, at_en = exception_words(event)
        who = schedule.name_of(event.thread)
        fail(
            f"{who} 中有没有捕获的异常 {what}{at}。",
            f"{who} raised {what}, and nobody caught it{at_en}.", event.at,
        )
    errors = [line for line in schedule.lines if line.stream == 2]
    for number, line in enumerate(errors):
        if line.text.startswith(_REPORTS):
            what = _what(errors[number:], line.thread)
            fail(
                f"标准错误输出里报告了没有捕获的异常：{what}。",
                f"An exception that nobody caught is reported on standard error: {what}.", line.at,
            )


def _what(lines: list[Line], thread: int) -> str:
    """The last line of the traceback that begins here, or what there is, and where it was raised."""
    texts = [line.text for line in lines if line.thread == thread][:80]
    begin = next((i for i, t in enumerate(texts) if t.startswith("Traceback (most")), None)
    if begin is None:
        return texts[0][:200]
    end = next((t for t in texts[begin + 1 :] if t and not t.startswith(" ")), texts[0])
    places = [t.strip() for t in texts[begin:] if t.startswith("  File ")]
    own = [p for p in places if "/lib/python" not in p]
    at = own[-1].partition(", line ")[2].partition(",")[0] if own else ""
    return f"{end[:200]}" + (f" (line {at})" if at else "")
