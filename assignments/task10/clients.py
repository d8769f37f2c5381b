"""What the clients of task 10 do. What is expected of the server stands in `test_task10.py`."""

from __future__ import annotations

from collections.abc import Callable

from grader.runtime.world import echo
from grader.runtime.world.clients import Client, Net, Script, scenario
from grader.runtime.world.habits import PATIENCE, hear, leave, pour, talk, words

HOME, ELSEWHERE = "127.0.0.1", "127.0.0.66"
"""where polite clients come from, and where a flood comes from"""
BEGIN, END = 5.0, 35.0
"""of a flood, in virtual seconds"""


# -- what a client does, in words of its own ------------------------------------------------------


def persist(me: Client, text: str, tries: int, pause: float, within: float) -> Script:
    """Come again until the line is answered: whoever finds no place may be refused, or wait."""
    line = text.encode() + b"\n"
    for _ in range(tries):
        came = yield me.connect(within=5.0, source=HOME)
        if came.done:
            yield me.send(line, within=PATIENCE)
            if (yield from hear(me, line, within)) == "done":
                break
        yield me.sleep(pause)
    yield from leave(me)


# -- without a flood ------------------------------------------------------------------------------


polite = echo.polite


@scenario("together", schedules=5)
def together(net: Net) -> None:
    """One says half a line and waits for three seconds; another comes and goes meanwhile."""
    net.client("slow", say_slowly, line=b"slow but sure\n", seconds=3.0)
    net.client("guest 0", talk, at=1.0, texts=words("guest 0", 1))


def say_slowly(me: Client, line: bytes, seconds: float) -> Script:
    yield me.connect(within=PATIENCE, source=ELSEWHERE)
    yield me.send(line[:4], within=PATIENCE)
    yield me.sleep(seconds)
    yield me.send(line[4:], within=PATIENCE)
    yield me.receive(within=PATIENCE)
    yield from leave(me)


# -- floods ---------------------------------------------------------------------------------------


def flood(net: Net, count: int, script: Callable[..., Script]) -> None:
    """So many that do the same, from one address; polite ones before, meanwhile and afterwards."""
    net.client("before the flood", talk, texts=words("before the flood", 2))
    for number in range(count):
        net.client(f"flood {number}", script, at=BEGIN)
    stubborn = {"tries": 20, "pause": 2.0, "within": 60.0}
    net.client("during the flood", persist, at=BEGIN + 10, text="in the middle of it", **stubborn)
    net.client("after the flood", persist, at=END + 2, text="when all is over", **stubborn)


@scenario("silent_flood")
def silent_flood(net: Net) -> None:
    """Three hundred connect, say nothing for half a minute, and leave."""
    flood(net, 300, stay_silent)


def stay_silent(me: Client) -> Script:
    yield me.connect(within=5.0, source=ELSEWHERE)
    yield me.sleep(25.0)
    yield me.close()


@scenario("talking_flood")
def talking_flood(net: Net) -> None:
    """Two hundred talk without end, and come again whenever they are turned away."""
    flood(net, 200, chatter)


def chatter(me: Client) -> Script:
    line = f"{me.name} says {'bla ' * 20}\n".encode()
    for _ in range(3):
        came = yield me.connect(within=2.0, source=ELSEWHERE)
        if came.done:
            yield me.send(line, within=2.0)
            yield me.receive(within=2.0)
        yield me.sleep(0.5)
    yield me.close()


@scenario("resetting_flood")
def resetting_flood(net: Net) -> None:
    """Two hundred connect, say something and reset the connection, and that twice."""
    flood(net, 200, slam)


def slam(me: Client) -> Script:
    for number in range(2):
        yield me.connect(within=3.0, source=ELSEWHERE)
        yield me.send(b"hear me\n" if me.index % 2 else b"hear", within=3.0)
        yield me.sleep(2.0 * number)
        yield me.reset()


@scenario("restless_flood")
def restless_flood(net: Net) -> None:
    """A hundred connect and leave at once, five times over."""
    flood(net, 100, come_and_go)


def come_and_go(me: Client) -> Script:
    for _ in range(5):
        yield me.connect(within=3.0, source=ELSEWHERE)
        yield me.close()


# -- TCP is a stream (plus) -----------------------------------------------------------------------


@scenario("stream", schedules=5)
def stream(net: Net) -> None:
    """Lines that come joined, cut anywhere, byte by byte, and long ones."""
    chinese = "你好，世界".encode() + b"\n"
    long = b"".join(b"%05d " % number for number in range(5400)) + b"end\n"
    net.client("two lines in one packet", pour, pieces=[b"first 1\nsecond 2\n"])
    net.client("one line in two packets", pour, at=10.0, pieces=[b"one li", b"ne 12\n"])
    net.client("byte by byte", pour, at=20.0, pieces=[b"%c" % byte for byte in b"bytes 123\n"])
    net.client("a character cut in half", pour, at=30.0,
               pieces=[chinese[:4], chinese[4:11], chinese[11:]])
    net.client("a character across byte 1024", pour, at=40.0, pieces=[b"x" * 1023 + chinese])
    net.client("a long line", pour, at=50.0, pieces=[long])


# -- clients that hold their places (plus) --------------------------------------------------------


@scenario("squatters")
def squatters(net: Net) -> None:
    """A hundred and twenty connect and say nothing for an hour; meanwhile a polite one comes."""
    for number in range(120):
        net.client(f"squatter {number}", squat, at=1.0)
    net.client("patient", wait_for_a_place, at=5.0)


def squat(me: Client) -> Script:
    yield me.connect(within=30.0, source=ELSEWHERE)
    yield me.meet("the patient one is served", 121, within=3600.0)
    yield me.close()


def wait_for_a_place(me: Client) -> Script:
    yield from persist(me, "is there a place for me", tries=60, pause=60.0, within=3500.0)
    yield me.meet("the patient one is served", 121, within=60.0)
