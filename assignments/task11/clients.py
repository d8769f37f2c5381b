"""What the clients of task 11 do. What is expected of the server stands in `test_task11.py`."""

from __future__ import annotations

from grader.runtime.world import echo
from grader.runtime.world.clients import Client, Net, Script, scenario
from grader.runtime.world.habits import PATIENCE, leave, talk, words

polite = echo.polite
crowd = echo.crowd
leavers = echo.leavers
idle = echo.idle


@scenario("slow", schedules=5)
def slow(net: Net) -> None:
    """Five say half a line and the rest much later; others talk meanwhile."""
    for number in range(5):
        net.client(f"slow {number}", say_slowly, line=f"slow {number} takes its time\n")
    for number in range(4):
        net.client(f"guest {number}", talk, at=1.0, texts=words(f"guest {number}", 3), pause=2.0)


def say_slowly(me: Client, line: str) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(line[:6].encode(), within=PATIENCE)
    yield me.sleep(15.0)
    yield me.send(line[6:].encode(), within=PATIENCE)
    yield me.receive(within=PATIENCE)
    yield from leave(me)


stream = echo.stream
resets = echo.resets
junk = echo.junk
late = echo.late
greedy = echo.greedy
