"""What the clients of task 9 do. What is expected of the server stands in `test_task09.py`."""

from __future__ import annotations

from collections.abc import Generator

from grader.runtime.world.clients import Answer, Ask, Client, Net, Script, scenario

PATIENCE = 20.0
"""virtual seconds that a client waits for an answer"""
JUNK = b"\xff\xfe \x80\x81 \xc3( no text\n"


# -- what a client does, in words of its own ------------------------------------------------------


def hear(me: Client, text: bytes, within: float = PATIENCE) -> Generator[Ask, Answer, str]:
    """Receive until `text` has come back, in whatever case and among whatever words: "done"."""
    heard = b""
    for _ in range(200):
        answer = yield me.receive(within=within)
        heard += answer.data
        if text.strip().lower() in heard.lower():
            return "done"
        if not answer.done:
            return answer.outcome
    return "timed_out"


def leave(me: Client) -> Script:
    """Leave in order, with nothing unread."""
    yield me.shutdown()
    yield me.receive_to_end(within=60.0)
    yield me.close()


def say(me: Client, texts: list[str], pause: float = 0.0) -> Script:
    """One line after the other. A server may close after an answer: then come again."""
    is_fresh = True
    for text in texts:
        line = text.encode() + b"\n"
        yield me.send(line, within=PATIENCE)
        outcome = yield from hear(me, line)
        if outcome in ("closed", "reset") and not is_fresh:
            yield me.connect(within=PATIENCE)
            yield me.send(line, within=PATIENCE)
            outcome = yield from hear(me, line)
        if outcome != "done":
            break
        is_fresh = False
        if pause:
            yield me.sleep(pause)


def talk(me: Client, texts: list[str], pause: float = 0.0) -> Script:
    """Come, say something, leave."""
    yield me.connect(within=PATIENCE)
    yield from say(me, texts, pause)
    yield from leave(me)


def words(name: str, count: int) -> list[str]:
    """Lines that nobody else says."""
    return [f"{name} says {number}" for number in range(count)]


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


def stay_silent(me: Client, seconds: float) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.sleep(seconds)
    yield from leave(me)


def talk_together(me: Client, texts: list[str]) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.meet("all hundred are connected", 100, within=60.0)
    yield from say(me, texts)
    yield from leave(me)


@scenario("leavers", schedules=10)
def leavers(net: Net) -> None:
    """Clients leave in order: before they say anything, between lines, in the middle of one."""
    witness(net)
    for number in range(5):
        net.client(f"passer-by {number}", come_and_go, at=1.0, times=6)
    net.client("leaves silent", stay_silent, at=1.0, seconds=3.0)
    net.client("leaves between", talk, at=2.0, texts=words("leaves between", 1))
    net.client("leaves in the middle", leave_in_the_middle, at=2.0)


def come_and_go(me: Client, times: int) -> Script:
    for _ in range(times):
        yield me.connect(within=PATIENCE)
        yield from leave(me)


def leave_in_the_middle(me: Client) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(b"half a mess", within=PATIENCE)
    yield me.sleep(1.0)
    yield from leave(me)


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


def pour(me: Client, pieces: list[bytes]) -> Script:
    """Send the pieces, each some time after the one before, and hear all of them."""
    yield me.connect(within=PATIENCE)
    for piece in pieces:
        yield me.send(piece, within=PATIENCE)
        yield me.sleep(0.3)
    yield from hear_all(me, b"".join(pieces), b"")
    yield from leave(me)


def hear_all(me: Client, whole: bytes, rest: bytes) -> Script:
    """Receive until every byte has come back, in order, or nothing more comes; send `rest`
    meanwhile, as there is room for it."""
    heard = b""
    for _ in range(2000):
        if rest:
            sent = yield me.send_some(rest)
            rest = rest[sent.count :]
        answer = yield me.receive(within=PATIENCE)
        heard += answer.data
        if not answer.done or (len(heard) >= len(whole.strip()) and is_within(whole, heard)):
            break


def is_within(whole: bytes, heard: bytes) -> bool:
    """Is all of `whole` in `heard`, in order, whatever stands in between?"""
    left = iter(heard.lower())
    return all(byte in left for byte in whole.lower() if byte > ord(" "))


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


def reset_after(me: Client, said: bytes, pause: float = 0.0) -> Script:
    yield me.connect(within=PATIENCE)
    if said:
        yield me.send(said, within=PATIENCE)
    if pause:
        yield me.sleep(pause)
    yield me.reset()


def close_unheard(me: Client, said: bytes) -> Script:
    yield me.connect(within=PATIENCE)
    for _ in range(3):
        yield me.send(said, within=PATIENCE)
        yield me.sleep(0.2)
    yield me.close()


@scenario("junk", schedules=2)
def junk(net: Net) -> None:
    """Some send bytes that are no UTF-8."""
    witness(net)
    net.client("junk 0", say_junk, at=1.0, said=JUNK)
    net.client("junk 1", say_junk, at=2.0, said=b"good beginning " + JUNK * 20)


def say_junk(me: Client, said: bytes) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(said, within=PATIENCE)
    yield me.receive(within=2.0)
    yield from leave(me)


@scenario("late", schedules=3)
def late(net: Net) -> None:
    """One sends much and reads only a while later."""
    net.buffers(4 << 10)
    witness(net)
    lines = [b"line %04d %s\n" % (number, b"." * 80) for number in range(120)]
    net.client("late reader", read_late, at=1.0, lines=lines, seconds=6.0)


def read_late(me: Client, lines: list[bytes], seconds: float) -> Script:
    yield me.connect(within=PATIENCE)
    whole = rest = b"".join(lines)
    for line in lines:
        sent = yield me.send(line, within=1.0)
        rest = rest[sent.count :]
        if not sent.done:
            break
        yield me.sleep(0.01)
    yield me.sleep(seconds)
    yield from hear_all(me, whole, rest)
    yield from leave(me)


@scenario("greedy", schedules=3)
def greedy(net: Net) -> None:
    """Two send as much as goes and never read a byte of what comes back."""
    net.buffers(16 << 10)
    witness(net, pause=4.0)
    for number in range(2):
        net.client(f"greedy {number}", never_read, at=1.0, said=b"more %d of it\n" % number * 5000)


def never_read(me: Client, said: bytes) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(said, within=5.0)
    yield me.sleep(60.0)
    yield me.reset()
