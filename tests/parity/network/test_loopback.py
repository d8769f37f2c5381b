"""The clients' scripts on real loopback: each ask has the answer that the vocabulary promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.runtime.world.clients import Client, Net, Script
from tests.parity.network.loopback import Played, play

LONG = 25.0
"""a fifth of it are real seconds: what a busy machine needs for what takes an idle one nothing"""
ECHO = """
import selectors, socket
listener = socket.create_server(("127.0.0.1", 0))
selector = selectors.DefaultSelector()
selector.register(listener, selectors.EVENT_READ)
while True:
    for key, _ in selector.select():
        if key.fileobj is listener:
            selector.register(listener.accept()[0], selectors.EVENT_READ)
            continue
        try:
            data = key.fileobj.recv(4096)
            key.fileobj.sendall(data)
        except OSError:
            data = b""
        if not data:
            selector.unregister(key.fileobj)
            key.fileobj.close()
"""
CLOSES = """
import socket, sys
listener = socket.create_server(("127.0.0.1", 0))
client, _ = listener.accept()
client.recv(2)
client.sendall(b"bye")
client.close()
sys.exit(3)
"""


def outcomes(played: Played, client: str) -> list[tuple[str, str, bytes]]:
    return [(s.ask.kind, s.answer.outcome, s.answer.data) for s in played.of(client)]


def run(folder: Path, server: str, *scripts: object) -> Played:
    (folder / "task.py").write_text(server)
    net = Net()
    for number, script in enumerate(scripts):
        net.client(f"client {number}", script)  # type: ignore[arg-type]
    return play(net, folder / "task.py", scale=0.2)


def test_a_client_gets_its_words_back(tmp_path: Path) -> None:
    """By line, by count, what is there, and to the end after a half-close."""

    def talk(me: Client) -> Script:
        yield me.connect(within=50.0)
        yield me.send(b"one\ntwo\nthree", within=50.0)
        yield me.receive_line(within=50.0)
        yield me.receive_exactly(4, within=50.0)
        yield me.shutdown()
        yield me.receive_to_end(within=50.0)
        yield me.close()
        yield me.send(b"too late")

    assert outcomes(run(tmp_path, ECHO, talk), "client 0") == [
        ("connect", "done", b""), ("send", "done", b""), ("receive_line", "done", b"one\n"),
        ("receive_exactly", "done", b"two\n"), ("shutdown", "done", b""),
        ("receive_to_end", "done", b"three"), ("close", "done", b""), ("send", "reset", b""),
    ]


@pytest.mark.slow
def test_time_runs_out_only_where_nothing_comes(tmp_path: Path) -> None:
    """What had come by then is in the answer; the connection stays usable."""

    def wait(me: Client) -> Script:
        yield me.connect(within=50.0)
        yield me.send(b"half", within=50.0)
        yield me.receive_line(within=LONG)
        yield me.send_some(b" whole\n")
        yield me.receive(100, within=50.0)

    assert outcomes(run(tmp_path, ECHO, wait), "client 0")[2:] == [
        ("receive_line", "timed_out", b"half"), ("send_some", "done", b""),
        ("receive", "done", b" whole\n"),
    ]


def test_clients_meet_and_one_that_resets_is_gone_alone(tmp_path: Path) -> None:
    """A barrier holds all of them; a reset ends one connection."""

    def both(me: Client) -> Script:
        yield me.connect(within=50.0, source=f"127.0.0.{me.index + 2}")
        yield me.meet("here", 2, within=50.0)
        if me.index:
            yield me.reset()
        yield me.meet("on", 2, within=50.0)
        yield me.send(b"x\n", within=50.0)
        yield me.receive_line(within=50.0)

    played = run(tmp_path, ECHO, both, both)
    assert outcomes(played, "client 0")[-1] == ("receive_line", "done", b"x\n")
    assert outcomes(played, "client 1")[-2:] == [
        ("send", "reset", b""), ("receive_line", "closed", b""),
    ]
    assert (played.exit_code, played.most_processes) == (None, 1)


@pytest.mark.slow
def test_the_end_of_a_server_is_told(tmp_path: Path) -> None:
    """Its orderly close, its exit code, and that nobody listens any more."""

    def leave(me: Client) -> Script:
        yield me.connect(within=50.0)
        yield me.send(b"hi", within=50.0)
        yield me.receive_exactly(9, within=50.0)
        yield me.sleep(LONG)
        yield me.connect(within=50.0)

    played = run(tmp_path, CLOSES, leave)
    assert outcomes(played, "client 0")[2:] == [
        ("receive_exactly", "closed", b"bye"), ("sleep", "done", b""), ("connect", "refused", b""),
    ]
    assert played.exit_code == 3


def test_a_server_that_never_listens_is_an_error(tmp_path: Path) -> None:
    """Nobody waits for a port that will not come."""
    with pytest.raises(TimeoutError, match="exit code is 0"):
        run(tmp_path, "print('hello')", _nothing)


def _nothing(me: Client) -> Script:
    yield me.sleep(0.0)
