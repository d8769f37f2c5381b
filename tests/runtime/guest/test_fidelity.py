"""Programs under the engine print what they print under the plain interpreter, error for error."""

from __future__ import annotations

import contextlib
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.runtime.containers import contained_python, reached_daemon
from tests.runtime.interpreters import NEWEST, OLDEST, interpreters
from tests.runtime.sessions import printed, run_once, run_plainly

PROGRAMS = Path(__file__).parent / "programs"
NAMES = sorted(str(path.relative_to(PROGRAMS)) for path in PROGRAMS.rglob("*.py"))
MARKS = {
    version: [] if python == sys.executable else [pytest.mark.slow]
    for version, python in interpreters().items()
}
MARKS.setdefault(f"3.{NEWEST}", [pytest.mark.slow, pytest.mark.docker])
VERSIONS = [pytest.param(version, marks=marks) for version, marks in MARKS.items()]


def first_version(name: str) -> int:
    """The oldest 3.x that has what a program uses: its line `# python: >=3.14`."""
    found = re.search(r"^# python: >=3\.(\d+)$", (PROGRAMS / name).read_text("utf-8"), re.MULTILINE)
    return int(found[1]) if found else OLDEST


@pytest.fixture(scope="module")
def python_of() -> Iterator[Callable[[str], str]]:
    """The interpreter of a version: this machine's, else one in a container (for all the tests)."""
    with contextlib.ExitStack() as stack:
        found = dict(interpreters())

        def find(version: str) -> str:
            if version not in found:
                found[version] = stack.enter_context(contained_python(version, reached_daemon()))
            return found[version]

        yield find


LONG_PROGRAMS = {"processes/fresh_pools.py"}
PROGRAMS_AND_VERSIONS = [
    pytest.param(name, version, id=f"{name}-{version}",
                 marks=marks or ([pytest.mark.slow] if name in LONG_PROGRAMS else []))
    for name in NAMES
    for version, marks in MARKS.items()
    if int(version.partition(".")[2]) >= first_version(name)
]


def steady(text: str) -> str:
    """Text without addresses and without the folder that a plain run happened to be in."""
    return re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"/tmp/plain-\w+/", "", text))


def flush_left(text: str) -> list[str]:
    """The lines of standard error that are the same wherever the library's own code lies."""
    return [line for line in steady(text).splitlines() if line and not line[0].isspace()]


@pytest.mark.parametrize(("name", "version"), PROGRAMS_AND_VERSIONS)
def test_output_and_status_are_those_of_the_plain_interpreter(
    name: str, version: str, python_of: Callable[[str], str]
) -> None:
    """Standard output, standard error's own lines and the exit status agree."""
    python = python_of(version)
    files = {"task.py": (PROGRAMS / name).read_bytes()}
    plain = run_plainly(files, "task.py", python)
    evidence = run_once(files, "task.py", python)
    assert steady(printed(evidence)) == steady(plain.stdout), evidence["stop"]
    assert flush_left(printed(evidence, 2)) == flush_left(plain.stderr)
    assert (evidence["stop"], evidence["status"]) == ("exit", plain.returncode)
    assert evidence["raw"] == "" and evidence["contradictions"] == []


LAYOUTS = {
    "gbk": ({"task.py": "# coding: gbk\nprint('你好', __file__[-7:])\n".encode("gbk")}, "task.py"),
    "helper beside it": (
        {
            "task.py": b"import helper\nfrom parts.deep import value\nprint(helper.word(), value)\n",
            "helper.py": b"import threading\ndef word():\n    return threading.active_count()\n",
            "parts/__init__.py": b"", "parts/deep.py": b"from . import __name__ as value\n",
        },
        "task.py",
    ),
    "sub-folder": (
        {
            "week1/task.py": b"import os, near\nprint(near.x, os.getcwd() == near.folder)\n",
            "week1/near.py": b"import os\nx = 5\nfolder = os.path.dirname(__file__)\n",
        },
        "week1/task.py",
    ),
    "a helper named like a library module": (
        {
            "task.py": b"import random\nimport threading\nprint(random.choice())\n",
            "random.py": b"def choice():\n    return 'mine'\n",
        },
        "task.py",
    ),
    "reads a file beside it": (
        {"task.py": b"print(open('data.txt').read())\n", "data.txt": b"from a file"}, "task.py",
    ),
    "byte order mark and CRLF": ({"task.py": b"\xef\xbb\xbfprint('a')\r\nprint('b')\r\n"}, "task.py"),
}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_script_finds_what_lies_beside_it(
    layout: str, version: str, python_of: Callable[[str], str]
) -> None:
    """Encodings, helper modules and folders work as under the plain interpreter."""
    files, script = LAYOUTS[layout]
    python = python_of(version)
    evidence = run_once(files, script, python)
    assert printed(evidence) == steady(run_plainly(files, script, python).stdout)


LONG = {
    "threading.Timer(30, print, ['fired']).start()": 30,
    "time.sleep(3600)": 3600,
    "threading.Event().wait(12.5)": 12.5,
    "threading.Lock().acquire() and threading.Thread(target=time.sleep, args=(7,)).start()": 7,
    "threading.Barrier(2).wait(40) if False else threading.Semaphore(0).acquire(timeout=40)": 40,
    "signal.alarm(9); signal.signal(signal.SIGALRM, lambda *a: None); signal.pause()": 9,
    "asyncio.run(asyncio.sleep(1000))": 1000,
    "select.select([], [], [], 11)": 11,
    "list(ThreadPoolExecutor(4).map(time.sleep, [1] * 8))": 2,
    "sched.scheduler().run() or queue.Queue(1).put(1, timeout=3) or time.sleep(86400)": 86400,
    "asyncio.run(asyncio.to_thread(time.sleep, 77))": 77,
    "concurrent.futures.wait([ThreadPoolExecutor(1).submit(time.sleep, 50)], timeout=20)": 50,
}
IMPORTS = (
    "import asyncio, concurrent.futures, queue, sched, select, signal, threading, time\n"
    "from concurrent.futures import ThreadPoolExecutor\n"
)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("statement", LONG)
def test_long_waits_take_exactly_their_virtual_time(
    statement: str, version: str, python_of: Callable[[str], str]
) -> None:
    """However long a program waits, the virtual clock shows just that, to the nanosecond."""
    source = f"{IMPORTS}{statement}\n".encode()
    evidence = run_once({"task.py": source}, "task.py", python_of(version))
    assert evidence["stop"] == "exit"
    assert 0 <= evidence["clock"] - round(LONG[statement] * 1e9) < 1000


UNMODELLED = {
    "os.system('true')", "subprocess.run(['true'])", "ctypes.CDLL(None).usleep(1)",
    "os.posix_spawn('/bin/true', ['true'], {})", "socket.socket()",
    "queue.Queue().not_empty.notify()", "setattr(queue.Queue(), 'unfinished_tasks', 3)",
    "__import__(INTERPRETERS).create()",
    "sys.modules.pop(INTERPRETERS, None), __import__(INTERPRETERS).create()",
    "getattr(concurrent.futures, 'InterpreterPoolExecutor', socket.socket)().submit(print).result()",
}
MORE_IMPORTS = (
    "import concurrent.futures, ctypes, multiprocessing, os, queue, socket, subprocess, sys\n"
    "INTERPRETERS = '_interpreters' if sys.version_info >= (3, 13) else '_xxsubinterpreters'\n"
)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("statement", sorted(UNMODELLED))
def test_what_the_world_does_not_model_stops_the_schedule(
    statement: str, version: str, python_of: Callable[[str], str]
) -> None:
    """A program that leaves the model ends in "unmodelled", and what follows never runs."""
    source = f"{MORE_IMPORTS}{statement}\nprint('after')\n".encode()
    evidence = run_once({"task.py": source}, "task.py", python_of(version))
    assert evidence["stop"] == "unmodelled"
    assert "after" not in printed(evidence)


def test_what_is_told_of_it_is_the_same_in_every_run() -> None:
    """No address of an object gets into the evidence, since it would differ each time."""
    evidence = run_once({"task.py": b"import ctypes\nctypes.CDLL('libc.so.6').usleep(1)\n"})
    assert evidence["stop"] == "unmodelled"
    told = [row[3] for row in evidence["log"] if row[2] == "payload"]
    assert told[-1][1] == "<CDLL 'libc.so.6'> usleep"


def test_death_by_an_alarm_is_told() -> None:
    """An alarm without a handler ends the program with the signal's status."""
    evidence = run_once({"task.py": b"import signal\nsignal.alarm(2)\nsignal.pause()\nprint(1)\n"})
    assert (evidence["stop"], evidence["status"]) == ("exit", 128 + signal.SIGALRM)
    assert evidence["clock"] == 2_000_000_000 and printed(evidence) == ""
