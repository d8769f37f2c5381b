"""What is told about coroutines: who they are, and what passes between them, on each interpreter."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.interpreters import interpreters
from tests.runtime.sessions import Session, printed, run_plainly

VERSIONS = [
    pytest.param(version, marks=[] if python == sys.executable else pytest.mark.slow)
    for version, python in interpreters().items()
]
CORPUS = Path(__file__).parents[2] / "corpus" / "task03" / "right"
STEADY = ["classic_send", "yield_from_delegates", "own_event_loop", "own_scheduler_with_commands",
          "awaitable_class", "asyncio_bounded_queue", "condition_and_deque", "timers_that_cross",
          "async_generator_consumer_asend", "future_hand_over", "task_per_item"]


def observe(source: str, version: str) -> list[list[Any]]:
    """The notes about coroutines of the plain order of one program."""
    with Session(
        {"task.py": source.encode()}, python=interpreters()[version], coroutines=True
    ) as session:
        (evidence,) = session.explore(1)
    assert evidence["stop"] == "exit", evidence
    return [row[3] for row in evidence["log"] if row[2] == "note"]


def handed(notes: list[list[Any]], *ways: str) -> list[tuple[str, list[int], list[int], list[str]]]:
    """(how, giver, taker, parts) of what was handed over in these ways."""
    return [(n[1], n[2], n[3], n[5]) for n in notes if n[0] == "handed" and n[1] in ways]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", STEADY)
def test_a_program_does_not_notice_that_it_is_observed(name: str, version: str) -> None:
    """Output and end are those of the plain interpreter."""
    python = interpreters()[version]
    files = {"task.py": (CORPUS / f"{name}.py").read_bytes()}
    plain = run_plainly(files, "task.py", python)
    with Session(files, python=python, coroutines=True) as session:
        (evidence,) = session.explore(1)
    assert (printed(evidence), printed(evidence, 2)) == (plain.stdout, plain.stderr)
    assert (evidence["stop"], evidence["status"], plain.returncode) == ("exit", 0, 0)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_sent_value_is_read_off_the_generators_stack(version: str) -> None:
    """Whether it is stored, printed at once, thrown away, or stands deep in an expression."""
    notes = observe(
        "def g():\n    x = yield\n    print((yield))\n    yield\n"
        "    print(1, [2, 3 + (yield)])\n    yield from h()\n"
        "def h():\n    print((yield))\n    yield\n"
        "c = g()\nnext(c)\nfor v in (11, 'twelve', 13, 14, None, 15.5): c.send(v)\n",
        version,
    )
    sent = [(giver, taker, parts[0]) for _, giver, taker, parts in handed(notes, "sent")]
    assert sent == [
        ([0], [1, 0], "11"), ([0], [1, 0], "twelve"), ([0], [1, 0], "13"), ([0], [1, 0], "14"),
        ([0], [1, 0], "15.5"), ([1, 0], [2, 1, 0], "15.5"),
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_yields_returns_and_async_generators_tell_their_values(version: str) -> None:
    """The value itself, also where the interpreter wraps it."""
    notes = observe(
        "import asyncio\n"
        "async def source():\n    got = yield 'a'\n    yield got\n"
        "async def inner():\n    return 'r'\n"
        "async def main():\n    s = source()\n    await s.asend(None)\n"
        "    await s.asend('b')\n    await inner()\n    await s.aclose()\n"
        "asyncio.run(main())\n",
        version,
    )
    assert [n[2:4] for n in notes if n[0] == "coroutine"] == [
        ["coroutine", "main"], ["async generator", "source"], ["coroutine", "inner"]]
    assert handed(notes, "sent", "yielded", "returned") == [
        ("yielded", [2, 1, 0], [1, 0], ["a"]), ("sent", [1, 0], [2, 1, 0], ["b"]),
        ("yielded", [2, 1, 0], [1, 0], ["b"]), ("returned", [3, 1, 0], [1, 0], ["r"]),
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_two_loops_with_the_same_list_share_nothing(version: str) -> None:
    """Locals and constants are no handover; an item in a shared container is one."""
    program = (
        "import asyncio\nbox = []\n"
        "async def a():\n    for x in ['p', 'q']:\n        {give}\n        await asyncio.sleep(0)\n"
        "async def b():\n    for x in ['p', 'q']:\n        await asyncio.sleep(0)\n"
        "        {take}\n"
        "async def main():\n    await asyncio.gather(a(), b())\nasyncio.run(main())\n"
    )
    assert handed(observe(program.format(give="pass", take="pass"), version), "shared") == []
    shared = handed(
        observe(program.format(give="box.append(x + '!')", take="box.pop()"), version), "shared")
    assert [(giver, taker, parts) for _, giver, taker, parts in shared if taker != [0]] == [
        ([2, 0], [3, 0], ["p!"]), ([2, 0], [3, 0], ["q!"])]


@pytest.mark.parametrize("version", VERSIONS)
def test_no_code_of_the_program_runs_to_show_a_value(version: str) -> None:
    """Not `__repr__`, `__eq__`, `__hash__`, a property or a metaclass: each would print here."""
    source = (
        "class Meta(type):\n"
        "    def __getattribute__(cls, name):\n        print('meta', name)\n"
        "        return type.__getattribute__(cls, name)\n"
        "class Item(metaclass=Meta):\n    n = 'deep'\n"
        "    def __getattribute__(self, name):\n        print('get', name)\n"
        + "".join(f"    def {name}(self, *a): print('{name}')\n" for name in (
            "__repr__", "__str__", "__eq__", "__hash__", "__len__", "__iter__", "__bool__"))
        + "class Text(str):\n    def __len__(self): print('len')\n"
        "    def __getitem__(self, k): print('item')\n"
        "box = []\n"
        "def g():\n    while True:\n        box.append((yield))\n"
        "c = g()\nnext(c)\nmade = Item.__new__(Item)\nprint('--')\n"
        "c.send(made)\nc.send([made])\nc.send(Text('x'))\nc.send('end')\n"
    )
    with Session(
        {"task.py": source.encode()}, python=interpreters()[version], coroutines=True
    ) as session:
        (evidence,) = session.explore(1)
    assert printed(evidence).endswith("--\n")
    notes = [row[3] for row in evidence["log"] if row[2] == "note"]
    assert [n[4] for n in notes if n[0] == "handed" and n[1] == "sent"][-1] == "end"


@pytest.mark.parametrize("version", VERSIONS)
def test_leftovers_are_told(version: str) -> None:
    """Never awaited (at once, and at the end), pending tasks, exceptions that nobody took."""
    notes = observe(
        "import asyncio\n"
        "async def f(): pass\n"
        "async def bad(): raise KeyError('k')\n"
        "async def main():\n    f()\n    asyncio.get_running_loop().create_task(asyncio.sleep(9))\n"
        "    global t\n    t = asyncio.create_task(bad())\n    await asyncio.sleep(1)\n"
        "kept = f()\nloop = asyncio.new_event_loop()\nloop.run_until_complete(main())\n",
        version,
    )
    told = [n[:2] for n in notes if n[0] in ("unawaited", "pending")]
    assert sorted(told) == [["pending", "sleep"], ["unawaited", "f"], ["unawaited", "f"]]
    assert [n[1:3] for n in notes if n[0] == "loop_problem"] == [
        ["Task exception was never retrieved", "KeyError"]]


def test_steps_that_take_long_are_explored_and_replayed() -> None:
    """The consumer's time-out can run out first when the producer's first step is slow; the same
    choices give the same log."""
    source = (
        "import asyncio\nasync def a(q):\n    await asyncio.sleep(1)\n    q.put_nowait(1)\n"
        "async def b(q):\n    try:\n        print(await asyncio.wait_for(q.get(), 1.5))\n"
        "    except asyncio.TimeoutError:\n        print('late')\n"
        "async def main():\n    q = asyncio.Queue()\n    await asyncio.gather(b(q), a(q))\n"
        "asyncio.run(main())\n"
    )
    with Session({"task.py": source.encode()}, coroutines=True) as session:
        found = session.explore(40)
        assert printed(found[0]) == "1\n"
        assert {printed(e) for e in found} == {"1\n", "late\n"}
        late = next(e for e in found if printed(e) == "late\n")
        again = session.replay(late)
    assert not late["respected"]
    assert again["log"] == late["log"]
