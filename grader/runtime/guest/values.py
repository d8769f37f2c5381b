"""What a value is, in words, without running a line of the student's code.

A program decides what `repr` of its own classes does, so nobody here ever calls it: values of exact
built-in types are shown as they are, everything else by what it holds, as the garbage collector
sees it (`gc.get_referents` reads C structures and calls nothing). All of it is bounded.
"""

from __future__ import annotations

import gc
import sys
import types
from collections import Counter, deque
from collections.abc import Callable, Iterable
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.queues import Queue, SimpleQueue

LONGEST = 200
MOST_ATOMS = 40
MOST_OBJECTS, MOST_ELEMENTS = 600, 300
_DEEPEST = 4
Place = tuple[int, int, str]
"""(which object, the how-manieth such text in it, the text)"""
_NUMBERS = frozenset({int, float, complex})
_ROWS = frozenset({list, tuple, set, frozenset, deque})
_OPAQUE = (
    type, types.ModuleType, types.BuiltinFunctionType, types.CodeType, types.FrameType,
    types.GeneratorType, types.AsyncGeneratorType, types.TracebackType,
    types.MappingProxyType, BaseException, Queue, SimpleQueue,
)
"""neither items nor holders of items: classes, code, and what tells of its items exactly"""
_plain_issubclass = issubclass
_opaque: list[tuple[Any, ...]] = [_OPAQUE]
_futures: list[Any] = []


_shown_by: dict[type, Callable[[Any], str]] = {}
"""classes of the library whose text is none of their contents → their own `__str__`"""
_TEXTS = (
    ("uuid", "UUID"), ("decimal", "Decimal"), ("fractions", "Fraction"), ("datetime", "datetime"),
    ("datetime", "date"), ("datetime", "time"), ("datetime", "timedelta"),
    ("pathlib", "PosixPath"), ("pathlib", "PurePosixPath"), ("ipaddress", "IPv4Address"),
)


def know_library() -> None:
    """Before the program runs: note how the library's own classes are shown."""
    for module, name in _TEXTS:
        kind = getattr(sys.modules.get(module), name, None)
        if kind is not None:
            _shown_by[kind] = kind.__str__


def know_asyncio(asyncio: Any) -> None:
    """Its queues tell of their items themselves; of its machinery only results are looked at."""
    _opaque[0] = (
        *_OPAQUE, asyncio.Queue, asyncio.AbstractEventLoop, asyncio.Handle, asyncio.Runner,
    )
    _futures.append(asyncio.Future)


def atom_of(value: Any) -> str | None:
    """The text of a value that is no container; None for everything else."""
    kind = type(value)
    if kind is str:
        return value[:LONGEST] or None
    if kind in _NUMBERS:
        if kind is int and value.bit_length() > 600:
            return None
        return repr(value)
    if kind in _shown_by:
        return str(_shown_by[kind](value))[:LONGEST]
    if kind is bytes or kind is bytearray:
        return bytes(value[:LONGEST]).decode("utf-8", "backslashreplace") or None
    return None


def describe(value: Any, is_put: bool = False) -> tuple[str, list[str], bool]:
    """(the whole as text, the texts of its parts, is it an object that shows itself in a way of its
    own?); nothing for what can be no item, as None is unless somebody has put it somewhere."""
    atom = atom_of(value)
    if atom is None and (type(value) is bool or type(value) is str or (is_put and value is None)):
        atom = repr(value)
    if atom is not None:
        return atom, [atom], False
    if value is None or is_opaque(value):
        return "", [], False
    parts: list[str] = []
    is_object = _gather(value, parts, _DEEPEST, set())
    while sum(map(len, parts)) > 2 * LONGEST:
        parts.pop()
    return _whole(value), parts, is_object


def _whole(value: Any) -> str:
    if type(value) in (tuple, list, dict) and _is_plain(value, 3):
        return repr(value)[:LONGEST]
    return ""


def _is_plain(value: Any, depth: int) -> bool:
    kind = type(value)
    if kind is dict:
        return depth > 0 and len(value) < 20 and all(
            _is_plain(k, 0) and _is_plain(v, depth - 1) for k, v in value.items()
        )
    if kind is tuple or kind is list:
        return depth > 0 and len(value) < 20 and all(_is_plain(v, depth - 1) for v in value)
    return value is None or kind is bool or atom_of(value) is not None


def _gather(value: Any, parts: list[str], depth: int, seen: set[int]) -> bool:
    if len(parts) >= MOST_ATOMS or id(value) in seen:
        return False
    atom = atom_of(value)
    if atom is not None:
        parts.append(atom)
        return False
    if not depth or is_opaque(value):
        return False
    seen.add(id(value))
    is_object = type(value) not in _ROWS and type(value) is not dict and _is_own(type(value))
    for part in contents_of(value):
        is_object = _gather(part, parts, depth - 1, seen) or is_object
    return is_object


def _is_own(kind: type) -> bool:
    """Is it a class that the program makes itself?"""
    module = type.__dict__["__dict__"].__get__(kind).get("__module__")
    return module == "__main__" or (type(module) is str and _is_students(module))


def is_opaque(value: Any) -> bool:
    """Is it something that is looked into no further? A coroutine of the library's
    (`wait_for(queue.get())`) stands between the student's and what it waits for."""
    if type(value) is types.CoroutineType:
        return value.cr_code.co_filename in channel.files
    return _plain_issubclass(type(value), _opaque[0])


def contents_of(holder: Any) -> Iterable[Any]:
    """What an object holds, one level down."""
    kind = type(holder)
    if kind in _ROWS:
        return [part for part, _ in zip(holder, range(MOST_ELEMENTS), strict=False)]
    if kind is dict:
        flat: list[Any] = []
        for key, value in list(holder.items())[:MOST_ELEMENTS]:
            flat += (key, value) if type(key) is not str else (value,)
        return flat
    if kind is types.FunctionType:
        return [*(holder.__closure__ or ()), *(holder.__defaults__ or ())]
    if kind is types.MethodType:
        return [holder.__self__, holder.__func__]
    if kind is getattr(sys.modules.get("array"), "array", None):
        return list(holder[:MOST_ELEMENTS])
    if _futures and _plain_issubclass(kind, _futures[0]):
        return [_futures[0]._result.__get__(holder)]
    return gc.get_referents(holder)[:MOST_ELEMENTS]


def atoms_within(
    roots: Iterable[Any], found: dict[Place, None], constants: set[int]
) -> None:
    """Find every text that stands somewhere inside `roots` (objects, not texts themselves), and in
    which object; constants of the code are left out. A class of the student's counts with its
    attributes, and so does an instance."""
    waiting = deque(roots)
    seen: set[int] = set()
    while waiting and len(seen) < MOST_OBJECTS:
        holder = waiting.popleft()
        if holder is None or id(holder) in seen or id(holder) in constants:
            continue
        seen.add(id(holder))
        if type(holder) is type:
            contents: Iterable[Any] = _attributes_of_class(holder)
        elif is_opaque(holder):
            continue
        else:
            contents = contents_of(holder)
        add_contents(id(holder), contents, found, waiting)


def add_contents(
    holder: int, contents: Iterable[Any], found: dict[Place, None], waiting: deque[Any]
) -> None:
    """Sort what one object holds into texts and further objects."""
    times: Counter[str] = Counter()
    for value in contents:
        atom = atom_of(value)
        if atom is None:
            waiting.append(value)
        else:
            times[atom] += 1
            found[holder, times[atom], atom] = None


def _attributes_of_class(made: type) -> list[Any]:
    """Class attributes, of classes that the student's own files make."""
    names = type.__dict__["__dict__"].__get__(made)
    module = names.get("__module__")
    if module != "__main__" and type(module) is str and not _is_students(module):
        return []
    return [v for k, v in names.items() if type(k) is str and not k.startswith("__")]


def _is_students(module: str) -> bool:
    file = getattr(sys.modules.get(module), "__file__", None)
    return type(file) is str and file in channel.files
