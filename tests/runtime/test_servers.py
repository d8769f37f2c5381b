"""Whole servers in the world: served end to end, the same in every run, and their faults by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.sessions import Evidence, Session, same_log

SERVERS = Path(__file__).parent / "servers"
HEAD = """
from grader.runtime.world.clients import Client, Net, Script, scenario

def polite(me: Client, text: str) -> Script:
    yield me.connect(within=5.0)
    for piece in text.split(" "):
        yield me.send(piece.encode() + b"\\n", within=5.0)
        yield me.receive_line(within=5.0)
    yield me.close()

def sleeper(me: Client, connects: bool = False) -> Script:
    if connects:
        yield me.connect(within=5.0)
    yield me.sleep(30.0)

def rude(me: Client) -> Script:
    yield me.connect(within=5.0)
    yield me.send(b"answer me\\n")
    yield me.reset()
"""
GUESTS = HEAD + """
@scenario("guests", schedules=5)
def guests(net: Net) -> None:
    "Five that talk, bytes cut anywhere, one that resets."
    for i in range(5):
        net.client(f"guest {i}", polite, text=f"hello {i} again{i}")
    net.client("rude", rude, at=0.5)
    net.client("late", polite, at=1.0, text="still there")
    net.buffers(8)
    net.cuts()
"""
IDLE = HEAD + """
@scenario("idle")
def idle(net: Net) -> None:
    "One who only sleeps, and one who has connected before."
    net.client("sleeper", sleeper)
    net.client("silent", sleeper, connects=True)
"""
ALONE = IDLE.replace('    net.client("silent", sleeper, connects=True)\n', "")


def answers(evidence: Evidence) -> list[str]:
    """The outcomes of everything that clients asked for, in order."""
    return [row[3][1] for row in evidence["log"] if row[2] == "note" and row[3][0] == "answer"]


def facts(evidence: Evidence) -> Evidence:
    """Everything that must be the same in another run of the same schedule."""
    kept = {k: v for k, v in evidence.items() if k not in ("number", "strategy", "respected", "log")}
    return kept | {"log": same_log(evidence)}


def served(source: str | Path, clients: str, budget: int = 1) -> list[Evidence]:
    """The schedules of one server."""
    text = source.read_bytes() if isinstance(source, Path) else source.encode()
    with Session({"task.py": text}, clients=clients) as session:
        assert session.ready["kind"] == "ready", session.ready
        return session.explore(budget)


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(SERVERS.glob("*.py")), ids=lambda path: path.stem)
def test_a_schedule_of_a_server_is_the_same_in_every_run(path: Path) -> None:
    """Run, run again in another zygote, and replayed: not one row of the log differs."""
    files = {"task.py": path.read_bytes()}
    with Session(files, clients=GUESTS) as one, Session(files, clients=GUESTS) as other:
        first, second = one.explore(6), other.explore(6)
        assert [facts(e) for e in first] == [facts(e) for e in second]
        assert {e["scenario"] for e in first} == {"guests"}
        for evidence in first:
            assert facts(other.replay(evidence)) == facts(evidence)
    assert any(chosen < -1 for e in first for _, _, chosen in e["deviations"]), "nothing was cut"


@pytest.mark.parametrize("path", sorted(SERVERS.glob("*.py")), ids=lambda path: path.stem)
def test_polite_clients_are_served(path: Path) -> None:
    """Whatever the server is made of."""
    clients = HEAD + (
        "@scenario('two')\ndef two(net: Net) -> None:\n    'Two.'\n"
        "    net.client('a', polite, text='x y')\n    net.client('b', polite, text='z')\n"
    )
    (plain,) = served(path, clients)
    assert (plain["stop"], set(answers(plain)), plain["contradictions"]) == ("served", {"done"}, [])


_LISTEN = "import socket, select, time\ns = socket.create_server(('127.0.0.1', 8000))\n"


@pytest.mark.parametrize(("rest", "line"), [
    ("while True:\n    select.select([s], [], [], 0)\n", 4),
    ("s.setblocking(False)\nwhile True:\n    try:\n        s.accept()\n"
     "    except BlockingIOError:\n        pass\n", 6),
    ("import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n"
     "asyncio.run(main())\n", 7),
    ("c, _ = s.accept()\nwhile True:\n    if select.select([], [c], [])[1]:\n        pass\n", 5),
], ids=["select without waiting", "accept without blocking", "sleep of nothing", "always writable"])
def test_a_server_that_spins_is_found_with_its_line(rest: str, line: int) -> None:
    """Also in a scenario in which nothing happens."""
    (plain,) = served(_LISTEN + rest, IDLE)
    assert plain["stop"] == "served"
    where = {row[3][1]: row[3][2] for row in plain["log"]
             if row[2] == "note" and row[3][0] == "where"}
    assert {where[spin["where"]][0][1] for spin in plain["spins"]} == {line}


@pytest.mark.parametrize("rest", [
    "while True:\n    select.select([s], [], [], 0.01)\n",
    "s.settimeout(0.05)\nwhile True:\n    try:\n        s.accept()\n    except TimeoutError:\n"
    "        pass\n",
    "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0.01)\n"
    "asyncio.run(main())\n",
])
def test_a_server_that_looks_too_often_is_found(rest: str) -> None:
    """A select with a short time-out is polling."""
    (plain,) = served(_LISTEN + rest, ALONE)
    assert plain["stop"] == "served" and plain["polls"]


@pytest.mark.parametrize("rest", [
    "s.accept()\ns.accept()\n",
    "import selectors\nx = selectors.DefaultSelector()\nx.register(s, 1)\nwhile True:\n    x.select()\n"
    "    s.accept()\n",
    "import selectors\nx = selectors.DefaultSelector()\nx.register(s, 1)\nwhile True:\n"
    "    for key, _ in x.select(0.5):\n        s.accept()\n",
])
def test_a_server_that_blocks_does_not_spin_or_poll(rest: str) -> None:
    """With nothing to do it waits."""
    (plain,) = served(_LISTEN + rest, IDLE)
    assert (plain["stop"], plain["spins"], plain["polls"]) == ("served", [], [])


def test_a_receive_that_blocks_is_told_with_its_line() -> None:
    """Who serves the others stands at `recv`."""
    (plain,) = served(_LISTEN + "while True:\n    c, _ = s.accept()\n    c.recv(10)\n    c.close()\n",
                      IDLE)
    (wait,) = (row for row in plain["log"] if row[2] == "NET_RECEIVE")
    assert (wait[0], wait[4], wait[5]) == (30_000_000_000, 2 | 4, 0)  # for ever, and it had to wait


def test_more_threads_than_any_server_needs_end_the_schedule() -> None:
    """That is a finding of its own, and no doubt."""
    clients = HEAD + (
        "@scenario('flood')\ndef flood(net: Net) -> None:\n    'Many.'\n    for i in range(200):\n"
        "        net.client(f'c {i}', sleeper, connects=True)\n"
    )
    (plain,) = served(SERVERS / "threading_mixin.py", clients)
    started = sum(row[2] == "START" for row in plain["log"])
    assert plain["stop"] == "crowded" and started > 150
    (plain,) = served(SERVERS / "forking_mixin.py", clients)
    assert plain["stop"] == "served"  # the library lets 40 children live


def test_what_the_network_does_not_model_is_no_verdict() -> None:
    """Datagrams, another machine."""
    for source in ("import socket\nsocket.socket(type=socket.SOCK_DGRAM)\n",
                   "import socket\nsocket.create_connection(('192.0.2.1', 80))\n",
                   "import socket\nsocket.getaddrinfo('example.com', 80)\n"):
        (plain,) = served(source, IDLE)
        assert plain["stop"] == "unmodelled", source
