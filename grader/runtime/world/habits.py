"""What clients of a server that answers with their own words are in the habit of doing: scripts for
scenarios. Nothing here says what is expected of the server.
"""

from __future__ import annotations

from collections.abc import Generator

from grader.runtime.world.clients import Answer, Ask, Client, Script

PATIENCE = 20.0
"""virtual seconds that a client waits for an answer"""


# -- in order -------------------------------------------------------------------------------------


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


def stay_silent(me: Client, seconds: float) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.sleep(seconds)
    yield from leave(me)


def talk_together(me: Client, texts: list[str]) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.meet("all hundred are connected", 100, within=60.0)
    yield from say(me, texts)
    yield from leave(me)


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


# -- that leave or misbehave ----------------------------------------------------------------------


def come_and_go(me: Client, times: int) -> Script:
    for _ in range(times):
        yield me.connect(within=PATIENCE)
        yield from leave(me)


def leave_in_the_middle(me: Client) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(b"half a mess", within=PATIENCE)
    yield me.sleep(1.0)
    yield from leave(me)


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


def say_junk(me: Client, said: bytes) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(said, within=PATIENCE)
    yield me.receive(within=2.0)
    yield from leave(me)


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


def never_read(me: Client, said: bytes) -> Script:
    yield me.connect(within=PATIENCE)
    yield me.send(said, within=5.0)
    yield me.sleep(60.0)
    yield me.reset()
