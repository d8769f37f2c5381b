"""The scenarios of a server that answers with its clients' own words, for the tasks that share them.
A task's `clients.py` names those that it wants.
"""

from __future__ import annotations

from grader.runtime.world.clients import Net, scenario
from grader.runtime.world.habits import (
    close_unheard,
    come_and_go,
    leave_in_the_middle,
    never_read,
    pour,
    read_late,
    reset_after,
    say_junk,
    stay_silent,
    talk,
    talk_together,
    words,
)

JUNK = b"\xff\xfe \x80\x81 \xc3( no text\n"


def witness(net: Net, pause: float = 2.0) -> None:
    """One who is there all the time, and one who comes when all is over."""
    net.client("witness", talk, texts=words("witness", 5), pause=pause)
    net.client("latecomer", talk, at=6 * pause, texts=words("latecomer", 2))


# -- what everybody may do ------------------------------------------------------------------------


@scenario("polite", schedules=10)
def polite(net: Net) -> None:
    """Three clients, one after the other and at once, each with a few lines."""
    net.client("guest 0", talk, texts=["hello", "how are you", "你好"])
    net.client("guest 1", talk, at=1.0, texts=words("guest 1", 3), pause=0.5)
    net.client("guest 2", talk, at=1.0, texts=words("guest 2", 3), pause=0.5)


@scenario("crowd", schedules=1)
def crowd(net: Net) -> None:
    """A hundred are connected at once and talk, while five others are connected and stay silent."""
    for number in range(5):
        net.client(f"silent {number}", stay_silent, seconds=60.0)
    for number in range(100):
        net.client(f"guest {number}", talk_together, at=1.0, texts=words(f"guest {number}", 2))


@scenario("leavers", schedules=10)
def leavers(net: Net) -> None:
    """Clients leave in order: before they say anything, between lines, in the middle of one."""
    witness(net)
    for number in range(5):
        net.client(f"passer-by {number}", come_and_go, at=1.0, times=6)
    net.client("leaves silent", stay_silent, at=1.0, seconds=3.0)
    net.client("leaves between", talk, at=2.0, texts=words("leaves between", 1))
    net.client("leaves in the middle", leave_in_the_middle, at=2.0)


@scenario("idle", schedules=2)
def idle(net: Net) -> None:
    """Nobody for ten seconds; then one who says something once a minute; then nobody again."""
    net.client("guest 0", talk, at=10.0, texts=words("guest 0", 3), pause=60.0)
    net.client("last guest", talk, at=260.0, texts=words("last guest", 1))


# -- TCP is a stream (plus) -----------------------------------------------------------------------


@scenario("stream", schedules=5)
def stream(net: Net) -> None:
    """Lines that come joined, cut anywhere, byte by byte, and long ones."""
    chinese = "你好，世界".encode() + b"\n"
    long = b"".join(b"%05d " % number for number in range(5400)) + b"end\n"
    net.client("two lines in one packet", pour, pieces=[b"first 1\nsecond 2\n"])
    net.client("one line in two packets", pour, pieces=[b"one li", b"ne 12\n"])
    net.client("byte by byte", pour, pieces=[b"%c" % byte for byte in b"bytes 123\n"])
    net.client("a character cut in half", pour, pieces=[chinese[:4], chinese[4:11], chinese[11:]])
    net.client("a character across byte 1024", pour, pieces=[b"x" * 1023 + chinese])
    net.client("a long line", pour, pieces=[long])


# -- clients that misbehave (plus) ----------------------------------------------------------------


@scenario("resets", schedules=10)
def resets(net: Net) -> None:
    """Connections are reset: at once, in the middle of a line, with the answer unread."""
    witness(net)
    net.client("resets at once", reset_after, at=1.0, said=b"")
    net.client("resets in the middle", reset_after, at=1.0, said=b"half a mess")
    net.client("resets unheard", reset_after, at=1.0, said=b"do not answer\n")
    net.client("resets later", reset_after, at=2.0, said=b"wait a bit\n", pause=1.0)
    net.client("closes unheard", close_unheard, at=2.0, said=b"who wants to know\n")


@scenario("junk", schedules=2)
def junk(net: Net) -> None:
    """Some send bytes that are no UTF-8."""
    witness(net)
    net.client("junk 0", say_junk, at=1.0, said=JUNK)
    net.client("junk 1", say_junk, at=2.0, said=b"good beginning " + JUNK * 20)


@scenario("late", schedules=3)
def late(net: Net) -> None:
    """One sends much and reads only a while later."""
    net.buffers(4 << 10)
    witness(net)
    lines = [b"line %04d %s\n" % (number, b"." * 80) for number in range(120)]
    net.client("late reader", read_late, at=1.0, lines=lines, seconds=6.0)


@scenario("greedy", schedules=3)
def greedy(net: Net) -> None:
    """Two send as much as goes and never read a byte of what comes back."""
    net.buffers(16 << 10)
    witness(net, pause=4.0)
    for number in range(2):
        net.client(f"greedy {number}", never_read, at=1.0, said=b"more %d of it\n" % number * 5000)
