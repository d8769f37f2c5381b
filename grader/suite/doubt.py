"""Why a schedule proves nothing: one sentence for each way in which it got out of our hands."""

from __future__ import annotations

from grader.evidence.schedule import Schedule
from grader.model.base import Text, text
from grader.runtime.wire import PROCESSES_LIMIT, THREADS_LIMIT
from grader.suite.words import line_words

CONTRADICTIONS = {
    "unannounced_threads": text(
        "系统内核看到了程序没有说明的线程。",
        "The kernel saw threads that the program did not tell of.",
    ),
    "threads_that_are_none": text(
        "程序说有的线程，系统内核里并不存在。",
        "The program told of threads that the kernel does not know.",
    ),
    "processes_left": text(
        "程序留下了没有说明的进程。", "The program left processes behind that it did not tell of."
    ),
    "output_past_the_streams": text(
        "程序绕过 sys.stdout 直接向描述符写了输出，评分器看不到是谁在什么时候写的。",
        "The program wrote to a descriptor past sys.stdout; the grader cannot tell who wrote when.",
    ),
    "another_exit_code": text(
        "进程实际的退出码与程序自己说的不一致。",
        "The process ended with another exit code than the program told.",
    ),
}
"""what the kernel saw that the program did not tell (names of `runtime.world.witness`)"""

_BY_ENDING = {
    "blocked": text(
        "程序停在评分器不认识的等待里（不在虚拟时间之内），因此不能下结论。",
        "The program waits in a call that the grader does not model, so there is no verdict.",
    ),
    "no_answer": text(
        "程序很久没有到达下一步（一直占用处理器），评分器没有再等下去，因此不能下结论。",
        "The program kept the processor busy and did not reach its next step for too long, so there"
        " is no verdict.",
    ),
    "lost": text(
        "程序破坏了与评分器的联系，它说的话不能相信，因此不能下结论。",
        "The program broke its connection to the grader; what it told cannot be believed, so there"
        " is no verdict.",
    ),
}
_TOO_MANY = text(
    f"程序启动的线程超过 {THREADS_LIMIT - 1} 个，评分器最多只跟踪这么多，因此不能下结论。",
    f"The program starts more than {THREADS_LIMIT - 1} threads, which is all that the grader"
    " follows, so there is no verdict.",
)
_TOO_MANY_PROCESSES = text(
    f"程序启动的进程超过 {PROCESSES_LIMIT} 个，评分器最多只跟踪这么多，因此不能下结论。",
    f"The program starts more than {PROCESSES_LIMIT} processes, which is all that the grader"
    " follows, so there is no verdict.",
)
_HANDLED_SIGNAL = text(
    "程序给一个自己处理该信号的进程发送信号，评分器还不能模拟，因此不能下结论。",
    "The program sends a signal to a process that handles it itself, which the grader does not"
    " model, so there is no verdict.",
)


def contradiction_words(name: str) -> Text:
    """What a contradiction means."""
    return CONTRADICTIONS.get(name, text(name, name))


def doubt_of(schedule: Schedule) -> Text:
    """Why an inexact schedule is inexact."""
    if schedule.raw.contradictions:
        return contradiction_words(schedule.raw.contradictions[0])
    if schedule.ending != "unmodelled":
        return _BY_ENDING[schedule.ending]
    refused = list(schedule.operations("UNMODELLED"))
    if not refused:
        last = next((e.op for e in reversed(schedule.events) if e.op != "note"), "")
        return {"FORK": _TOO_MANY_PROCESSES, "KILL": _HANDLED_SIGNAL}.get(last, _TOO_MANY)
    zh, en = line_words(schedule, refused[-1].where)
    what = refused[-1].note[0] if refused[-1].note else "?"
    return text(
        f"程序用到了评分器还不能模拟的操作 {what}{zh}，因此不能下结论。",
        f"The program uses {what}{en}, which the grader does not model, so there is no verdict.",
    )
