"""Sample pictures of who handed what to whom: processes that lose an item, coroutines that do not."""

from __future__ import annotations

from typing import Any

from grader.model.base import text
from grader.model.result import Lane, Moment, Passage, Picture, TaskResult, Trace, TraceThread
from tests.report.makers import check, task
from tests.report.traces import cell


def moment(lane: int, kind: Any, words: str = "", **more: Any) -> Moment:
    """One moment, in words that are the same in both languages."""
    return Moment(lane=lane, kind=kind, text=text(words or kind, words or kind),
                  **{"time_ns": 0, **more})  # fmt: skip


def processes_picture() -> Picture:
    """Two threads of a child put, the main process takes one item and loses the other."""
    return Picture(
        lanes=(
            Lane(name="MainProcess", kind="process"),
            Lane(name="Process-1", kind="process"),
            Lane(name="Thread-1 (work)", kind="thread", process="Process-1"),
        ),
        moments=(
            moment(0, "waits"),
            moment(1, "starts"),
            moment(2, "starts"),
            moment(2, "gives", "puts 'apple'"),
            moment(1, "gives", "puts 'pear'", violation=True),
            moment(0, "takes", "gets 'apple'"),
            moment(2, "ends"),
            moment(1, "raises", "uncaught OSError"),
            moment(1, "ends", "ends with code 1"),
        ),
        passages=(
            Passage(item="'apple'", given=3, taken=5),
            Passage(item="'pear'", given=4, lost=True),
        ),
    )


def coroutines_picture(items: int = 3) -> Picture:
    """A producer hands some items to a consumer, one at a time."""
    moments = [moment(0, "starts"), moment(1, "starts"), moment(1, "waits")]
    passages = []
    for item in range(items):
        passages.append(Passage(item=str(item), given=len(moments), taken=len(moments) + 2))
        moments += [moment(0, "gives", f"hands over {item}"), moment(0, "waits"),
                    moment(1, "takes", f"gets {item}"), moment(1, "waits"),
                    moment(0, "goes_on")]  # fmt: skip
    return Picture(
        lanes=(Lane(name="producer", kind="coroutine"), Lane(name="consumer", kind="generator")),
        moments=(*moments, moment(0, "ends"), moment(1, "ends")), passages=tuple(passages),
    )


def pictured(picture: Picture, **more: Any) -> Trace:
    """A short trace with a picture."""
    return Trace(
        threads=tuple(TraceThread(name=lane.name) for lane in picture.lanes),
        cells=(cell(1, 0, "release", "放入 1", "puts 1", line=3, source="q.put(1)"),
               cell(2, 1, "acquire", "取出 1", "gets 1", line=7, source="q.get()", violation=True)),
        picture=picture, **more,
    )  # fmt: skip


def processes_task() -> TaskResult:
    """One failed check about an item that nobody took."""
    return task(
        7, text("用队列实现进程间通信", "A queue between processes"),
        (check("none_lost", text("不丢失，不重复", "none is lost"), "failed",
               message=text("`pear` 没有被取出", "`pear` was taken by no process"),
               trace=pictured(processes_picture(), timed=True)),),
    )  # fmt: skip


def coroutines_task(number: int = 3) -> TaskResult:
    """All right, with a picture of what was built."""
    return task(
        number, text("协程的生产者和消费者", "Producer and consumer with coroutines"),
        (check("sides", text("两边都是协程", "both sides are coroutines")),),
        trace=pictured(coroutines_picture()),
    )  # fmt: skip
