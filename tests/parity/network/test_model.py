"""The modelled network against a real loopback: the same bytes, ends and errors for both sides."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from grader.runtime.world.clients import load
from tests.parity.network.loopback import play
from tests.parity.network.servers import ECHO, SEMANTICS, STAYS, TELLER
from tests.runtime.sessions import Session, printed

_HEAD = """
from grader.runtime.world.clients import Client, Net, Script, scenario

@scenario("parity")
def parity(net: Net) -> None:
    "The same on a real loopback and in the model."
"""
Lived = dict[str, list[tuple[Any, ...]]]
"""client → (what it asked for, outcome, bytes) of each ask but sleeps"""


def in_the_model(server: str, clients: str) -> tuple[Lived, str]:
    """What clients lived through, and what the server printed, in the plain order."""
    with Session({"task.py": server.encode()}, clients=clients) as session:
        assert session.ready["kind"] == "ready", session.ready
        plain = session.explore(1)[0]
    assert plain["stop"] in ("served", "exit"), (plain["stop"], plain["detail"], printed(plain, 2))
    names: dict[int, str] = {}
    asked: dict[int, str] = {}
    lived: Lived = {}
    for _, thread, op, note, *_ in plain["log"]:
        if op != "note":
            continue
        if note[0] == "client":
            names[thread] = note[1]
            lived[note[1]] = []
        elif note[0] == "asks":
            asked[thread] = note[1]
        elif note[0] == "answer" and asked.get(thread, "sleep") not in ("sleep", "meet"):
            lived[names[thread]].append((asked[thread], note[1], note[2].encode("latin-1")))
    return lived, printed(plain)


def on_loopback(server: str, clients: str, folder: Path, scale: float) -> tuple[Lived, str]:
    """The same with a real server and kernel sockets."""
    script = folder / "server.py"
    script.write_text(server)
    net = load(clients)[0].plan()
    played = play(net, script, scale)
    lived: Lived = {part.client.name: [] for part in net.parts}
    for step in played.steps:
        if step.ask.kind not in ("sleep", "meet"):
            lived[step.client].append((step.ask.kind, step.answer.outcome, step.answer.data))
    return lived, played.output


def on_a_quiet_loopback(
    model: tuple[Lived, str], server: str, clients: str, folder: Path, scale: float
) -> tuple[Lived, str]:
    """The same with a real server; once more where it differs, because the real one's pauses are
    seconds, in which a busy machine may not get round to what has to happen."""
    for pace in (scale, 2 * scale, 4 * scale):
        real = on_loopback(server, clients, folder, pace)
        if real == model:
            break
    return real


@pytest.mark.slow
@pytest.mark.parametrize("name", SEMANTICS)
def test_sockets_do_what_linux_does(name: str, tmp_path: Path) -> None:
    """Ends, resets, half-closes, looks, options: both sides see the same."""
    does, says = SEMANTICS[name]
    body = "".join(f"    {line}\n" for line in says.splitlines())
    clients = _HEAD + "    net.client('one', script)\n\ndef script(me: Client) -> Script:\n" + (
        "    yield me.connect(within=100)\n" + body)
    server = TELLER + does + STAYS
    model = in_the_model(server, clients)
    assert model == on_a_quiet_loopback(model, server, clients, tmp_path, scale=1.0)


def random_clients(seed: int) -> str:
    """A few clients of an echo server whose bytes and ends hang on no timing."""
    chance = random.Random(seed)
    parts = [_HEAD]
    scripts = []
    for number in range(chance.randint(1, 4)):
        parts.append(f"    net.client('client {number}', script_{number})\n")
        lines = [f"\ndef script_{number}(me: Client) -> Script:"]
        for _ in range(chance.randint(1, 3)):
            lines.append("    yield me.connect(within=100)")
            for _ in range(chance.randint(0, 4)):
                size = chance.choice([1, 7, 100, 3000, 20_000])
                said = repr(f"{number}{chance.randint(0, 99)}".encode()) + f" * {size}"
                lines.append(f"    said = ({said})[:{size}]")
                for piece in chance.choice([["said"], ["said[:3]", "said[3:]"]]):
                    lines.append(f"    yield me.send({piece}, within=100)")
                lines.append(f"    yield me.receive_exactly({size}, within=100)")
            lines += chance.choice([
                ["    yield me.close()"],
                ["    yield me.reset()"],
                ["    yield me.send(b'last')", "    yield me.shutdown()",
                 "    yield me.receive_to_end(within=100)", "    yield me.close()"],
                ["    yield me.send(b'never read')", "    yield me.close()"],
                ["    yield me.send(b'never read')", "    yield me.reset()"],
            ])
        scripts.append("\n".join(lines) + "\n")
    return "".join(parts) + "".join(scripts)


@pytest.mark.slow
@pytest.mark.parametrize("shape", ECHO)
def test_servers_of_every_shape_do_the_same_in_the_model(shape: str, tmp_path: Path) -> None:
    """Random clients get the same bytes and the same ends."""
    for seed in range(3):
        clients = random_clients(seed * 100 + len(shape))
        model = in_the_model(ECHO[shape], clients)
        real = on_a_quiet_loopback(model, ECHO[shape], clients, tmp_path, scale=0.5)
        assert model[0] == real[0], seed
