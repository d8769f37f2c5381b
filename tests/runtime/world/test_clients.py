"""The vocabulary of clients: what a file of scenarios may say, and what is refused."""

from __future__ import annotations

import pytest

from grader.runtime.world.clients import Answer, Ask, load

_HEAD = """
from grader.runtime.world.clients import Answer, Ask, Client, Net, Script, scenario

def polite(me: Client, text: str = "x") -> Script:
    yield me.connect(within=5.0)
    yield me.send(text.encode(), within=5.0)
    answer = yield me.receive_line(within=5.0)
    yield me.close()
"""


def test_a_scenario_is_its_clients_in_order() -> None:
    """Scripts start with their own arguments, and what they yield is what they ask for."""
    (crowd,) = load(_HEAD + """
@scenario("crowd", schedules=7)
def crowd(net: Net) -> None:
    \"\"\"Two guests.\"\"\"
    for i in range(2):
        net.client(f"guest {i}", polite, text=f"hello {i}\\n", at=float(i))
    net.buffers(64)
""")
    net = crowd.plan()
    assert (crowd.name, crowd.schedules, crowd.story) == ("crowd", 7, "Two guests.")
    assert net.buffer_bytes == 64
    assert [(p.client.name, p.client.index, p.at) for p in net.parts] == [
        ("guest 0", 0, 0.0), ("guest 1", 1, 1.0)
    ]
    script = net.parts[1].begin()
    assert next(script) == Ask("connect", within=5.0)
    assert script.send(Answer("done")) == Ask("send", data=b"hello 1\n", within=5.0)


@pytest.mark.parametrize(("source", "why"), [
    ("x = (", "SyntaxError"),
    ("import nothing_like_this", "ModuleNotFoundError"),
    (_HEAD, "no scenario"),
    (_HEAD + '@scenario("a b")\ndef f(net):\n    "Story."\n    net.client("x", polite)', "a b"),
    (_HEAD + '@scenario("a")\ndef f(net):\n    net.client("x", polite)', "sentence"),
    (_HEAD + '@scenario("a")\ndef f(net):\n    "Story."', "no clients"),
    (_HEAD + '@scenario("a", -1)\ndef f(net):\n    "Story."\n    net.client("x", polite)', "-1"),
    (_HEAD + '@scenario("a")\ndef f(net):\n    "Story."\n    net.client("x", print)', "generator"),
    (_HEAD + '@scenario("a")\ndef f(net):\n    "Story."\n    net.client("x", polite, at=-1)', "-1"),
    (_HEAD + '@scenario("a")\ndef f(net):\n    "Story."\n    net.client("x", polite)\n'
             '    net.client("x", polite)', "of its own"),
])
def test_a_file_that_says_nothing_usable_is_refused(source: str, why: str) -> None:
    """The refusal names what is wrong."""
    with pytest.raises(ValueError, match="clients.py") as refusal:
        load(source)
    assert why in str(refusal.value)
