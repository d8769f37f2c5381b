"""Threads: real OS threads underneath, each step of theirs granted by the world.

CPython's own `Thread` class stays; only its lowest steps are replaced (start, the bootstrap, join,
is_alive, the end), so names, daemons, subclasses and excepthook are the library's, version for
version. What CPython does inside one of these calls counts as done at once.
"""

from __future__ import annotations

import _thread
import sys
import threading as real
from collections.abc import Callable
from types import FunctionType
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.guest.locks import NoLock
from grader.runtime.guest.refusals import refuse
from grader.runtime.wire import FOREVER, REFUSED, Op

_real_start = _thread.start_new_thread
_real_native_id = getattr(_thread, "get_native_id", lambda: 0)
_IDENT = 0x7F3A_0000_0000
_IDENT_STEP = 0x0080_1000

on_thread_start: list[Callable[[], None]] = []
"""called in each new thread before the student's code"""
on_enter: list[Callable[[Any], None]] = []
"""called with the function that a new thread is about to run"""
on_thread_end: list[Callable[[int], None]] = []
"""called in each thread after the student's code, with its index"""
before_start: list[Callable[[int], None]] = []
"""called with the index of a thread that is about to exist"""
_waited_for: dict[int, bool] = {}


class Flag:
    """The library's own `_started`: it is set before anybody could wait for it."""

    def __init__(self) -> None:
        self._flag = False

    def is_set(self) -> bool:
        """Has the thread been started?"""
        return self._flag

    def set(self) -> None:
        """It has."""
        self._flag = True

    def wait(self, timeout: float | None = None) -> bool:
        """Nobody ever has to."""
        return self._flag

    def _at_fork_reinit(self) -> None:
        """A flag survives a fork."""


class Handle:
    """Look-alike of 3.13's `_ThreadHandle`; joining goes through the world."""

    ident = 0

    def __init__(self) -> None:
        self._done = False

    def is_done(self) -> bool:
        """Has the thread ended?"""
        return self._done

    def _set_done(self) -> None:
        self._done = True

    def join(self, timeout: float | None = None) -> None:
        """Never used: `Thread.join` asks the world."""


def ident_of(index: int) -> int:
    """The virtual `get_ident()` of a thread: never used twice, the same in every run."""
    return _IDENT + index * _IDENT_STEP


def index_of_ident(ident: int | None) -> int:
    """The thread that a virtual ident belongs to; -1 for one that has not been started."""
    return -1 if ident is None else (ident - _IDENT) // _IDENT_STEP


def get_ident() -> int:
    """Look-alike of `threading.get_ident`."""
    me = channel.me()
    return ident_of(me) if me >= 0 else _thread.get_ident()


def get_native_id() -> int:
    """Look-alike of `threading.get_native_id`: a stable number, not the kernel's."""
    return 1000 + max(0, channel.me())


def _mark_stopped(thread: Any) -> None:
    thread._is_stopped = True
    for name in ("_handle", "_os_thread_handle"):
        handle = getattr(thread, name, None)
        if handle is not None:
            handle._set_done()


def _describe(thread: Any) -> list[Any]:
    """What the evidence says of a thread: name, daemon, class, function."""
    target = getattr(thread, "_target", None)
    function = getattr(target, "__qualname__", "") if target else type(thread).__qualname__ + ".run"
    return [str(thread._name)[:200], bool(thread._daemonic), type(thread).__qualname__[:200],
            str(function)[:200], isinstance(thread, real.Timer)]


def start(self: Any) -> None:
    """`Thread.start`."""
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    if self._started.is_set():
        raise RuntimeError("threads can only be started once")
    if hasattr(self, "_context") and self._context is None:
        import contextvars

        inherit = getattr(sys.flags, "thread_inherit_context", False)
        self._context = contextvars.copy_context() if inherit else contextvars.Context()
    index = channel.ask(Op.START, where=channel.where(2))
    if index == REFUSED:
        raise RuntimeError("can't start new thread")
    index = channel.take_go_pipe(index)
    channel.alive += 1
    channel.note("thread", index, *_describe(self))
    self._world_index = index
    self._ident = ident_of(index)
    self._native_id = 1000 + index
    self._started.set()
    real._active[self._ident] = self  # type: ignore[attr-defined]
    _waited_for[index] = not self._daemonic
    for prepare in before_start:
        prepare(index)
    _real_start(_run_thread, (index, self._bootstrap_inner, self))


def _run_thread(index: int, body: Callable[[], None], thread: Any) -> None:
    """The whole life of one thread; `thread` is None for a bare `_thread` one."""
    channel.index[_thread.get_ident()] = index
    channel.wait_for_go(index)
    channel.note("native", index, _real_native_id())
    for hook in on_thread_start:
        hook()
    try:
        body()
    except SystemExit:  # ends the thread and is told to nobody, as in CPython
        pass
    except BaseException:
        real.excepthook(real.ExceptHookArgs((*sys.exc_info(), thread)))
    finally:
        sys.settrace(None)
        for finish in on_thread_end:
            finish(index)
        real._active.pop(ident_of(index), None)  # type: ignore[attr-defined]
        if thread is not None:
            _mark_stopped(thread)
        _waited_for.pop(index, None)
        channel.alive -= 1
        channel.ended.add(index)
        del channel.index[_thread.get_ident()]
        channel.say_gone(index)


def _bootstrap_inner(self: Any) -> None:
    if real._trace_hook:  # type: ignore[attr-defined]
        if sys.version_info < (3, 12):  # it would take the place of our own
            refuse("threading.settrace")
        sys.settrace(real._trace_hook)  # type: ignore[attr-defined]
    if real._profile_hook:  # type: ignore[attr-defined]
        sys.setprofile(real._profile_hook)  # type: ignore[attr-defined]
    target = getattr(self, "_target", None)
    for enter in on_enter:
        enter(target or type(self).run)
    try:
        context = getattr(self, "_context", None)
        if context is not None:
            context.run(self.run)
        else:
            self.run()
    except BaseException as problem:
        if not isinstance(problem, SystemExit):
            note_exception(problem)
        self._invoke_excepthook(self)


def note_exception(problem: BaseException) -> None:
    """Put an exception that nobody caught down as evidence, with the line that raised it."""
    line, file = 0, ""
    traceback = problem.__traceback__
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name in channel.files:
            file, line = name[len(channel.root):], traceback.tb_lineno
        traceback = traceback.tb_next
    try:
        message = str(problem)[:300]
    except Exception:
        message = "?"
    channel.note("exception", type(problem).__name__, message, file, line)


def join(self: Any, timeout: float | None = None) -> None:
    """`Thread.join`."""
    if not self._initialized:
        raise RuntimeError("Thread.__init__() not called")
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    if self is real.current_thread():
        raise RuntimeError("cannot join current thread")
    wait_ns = FOREVER if timeout is None else max(0, to_ns(timeout))
    if _index_of(self) in channel.ended:
        return  # what is over stays over: there is nothing to choose
    channel.ask(Op.JOIN, argument=_index_of(self), wait_ns=wait_ns, where=channel.where(2))


def is_alive(self: Any) -> bool:
    """`Thread.is_alive`."""
    assert self._initialized, "Thread.__init__() not called"
    if not self._started.is_set():
        return False
    if not channel.active:
        return self is real.main_thread()
    if _index_of(self) in channel.ended:
        return False
    return channel.ask(Op.ALIVE, argument=_index_of(self), where=channel.where(2)) == 1


def _index_of(thread: Any) -> int:
    if thread is real.main_thread():
        return channel.main
    return int(getattr(thread, "_world_index", 0))


def become_main(me: int, before: int) -> None:
    """After a fork: the calling thread, `before` in the parent, is the only one, and the main one."""
    active: dict[int, Any] = real._active  # type: ignore[attr-defined]
    current = active.get(ident_of(before))
    for thread in active.values():
        if thread is not current:
            _mark_stopped(thread)
            channel.ended.add(_index_of(thread))
    active.clear()
    _waited_for.clear()
    if current is not None:
        _be_main(current, me)
    channel.main = me
    channel.alive = 1


def renew_main() -> None:
    """The only thread of a forked process gets the Thread object that a new interpreter would give
    it, whatever object stood for it in the parent (a daemon, a subclass)."""
    kind: Any = real._MainThread  # type: ignore[attr-defined]
    made = kind.__new__(kind)
    real.Thread.__init__(made, name="MainThread", daemon=False)
    real._active.clear()  # type: ignore[attr-defined]
    _be_main(made, channel.main)


def _be_main(main: Any, index: int) -> None:
    main._ident = ident_of(index)
    main._native_id = 1000 + index
    main._world_index = index
    main._started.set()
    real._active[main._ident] = main  # type: ignore[attr-defined]
    real._main_thread = main  # type: ignore[attr-defined]


def active_count() -> int:
    """`threading.active_count`."""
    channel.ask(Op.ACTIVE, where=channel.where(2))
    count = len(real._active)  # type: ignore[attr-defined]
    channel.note("active", count)
    return count


def enumerate_threads() -> list[Any]:
    """`threading.enumerate`."""
    channel.ask(Op.ACTIVE, where=channel.where(2))
    threads = list(real._active.values())  # type: ignore[attr-defined]
    channel.note("active", len(threads))
    return threads


def start_new_thread(function: Any, args: Any, kwargs: Any = None, /) -> int:
    """`_thread.start_new_thread`: a thread without a Thread object, which nobody waits for."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance({} if kwargs is None else kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    index = channel.ask(Op.START, where=channel.where(2))
    if index == REFUSED:
        raise RuntimeError("can't start new thread")
    index = channel.take_go_pipe(index)
    channel.alive += 1
    name = str(getattr(function, "__qualname__", "?"))[:200]
    channel.note("thread", index, f"Dummy-{index}", True, "_thread", name, False)
    for prepare in before_start:
        prepare(index)

    def body() -> None:
        for enter in on_enter:
            enter(function)
        try:
            function(*args, **(kwargs or {}))
        except SystemExit:  # likewise
            pass
        except BaseException as problem:
            note_exception(problem)
            facts = (*sys.exc_info(), "Exception ignored in thread started by", function)
            sys.unraisablehook(sys.UnraisableHookArgs(facts))  # type: ignore

    _real_start(_run_thread, (index, body, None))
    return ident_of(index)


def shut_down() -> None:
    """What the interpreter does when the main thread's own code is through."""
    channel.ask(Op.END, argument=1, where=0)
    for callback in reversed(real._threading_atexits):  # type: ignore[attr-defined]
        callback()
    while True:
        waited = [index for index, wanted in _waited_for.items() if wanted]
        if not waited:
            return
        channel.ask(Op.JOIN, argument=waited[0], where=0)


def _watch_names(library: Any) -> None:
    get, put = library.name.fget, library.name.fset
    plain_repr = library.__repr__

    def read(self: Any) -> str:
        value = str(get(self))
        channel.note("name_read", index_of_ident(self._ident))
        return value

    def write(self: Any, name: Any) -> None:
        put(self, name)
        channel.note("name", index_of_ident(self._ident), str(self._name)[:200])

    def __repr__(self: Any) -> str:
        shown = plain_repr(self)
        channel.note("name_read", index_of_ident(self._ident))
        return str(shown)

    library.name = property(read, write)  # type: ignore[attr-defined]
    library.__repr__ = __repr__  # type: ignore[method-assign]


def install() -> None:
    """Put the look-alikes into `threading`."""
    library: Any = real.Thread
    first = library.__init__
    inner = dict(vars(real))
    inner["Event"] = Flag
    inner["_ThreadHandle"] = Handle
    init = FunctionType(
        first.__code__, inner, first.__name__, first.__defaults__, first.__closure__
    )
    init.__kwdefaults__ = first.__kwdefaults__
    init.__qualname__ = first.__qualname__
    numbers = iter(range(1, 1 << 30))

    def __hash__(self: Any) -> int:
        number = self.__dict__.get("_world_hash")
        if number is None:
            number = self.__dict__["_world_hash"] = next(numbers)
        return int(number)

    for name, value in {
        "__init__": init, "start": start, "join": join, "is_alive": is_alive, "__hash__": __hash__,
        "_bootstrap_inner": _bootstrap_inner, "_bootstrap": _bootstrap_inner,
    }.items():
        setattr(library, name, value)
    _watch_names(library)
    for name, value in {
        "get_ident": staticmethod(get_ident), "get_native_id": staticmethod(get_native_id),
        "enumerate": enumerate_threads,
        "active_count": active_count, "activeCount": active_count, "_active_limbo_lock": NoLock(),
        "_start_new_thread": start_new_thread, "_shutdown": shut_down,
        "_make_thread_handle": lambda ident: Handle(),
        "_DeleteDummyThreadOnDel": lambda thread: None,
    }.items():
        if hasattr(real, name):
            setattr(real, name, value)
    active_count.__module__ = enumerate_threads.__module__ = "threading"
    main: Any = real.main_thread()
    real._active.clear()  # type: ignore[attr-defined]
    main._started = Flag()
    _be_main(main, 0)
