"""What modules keep from one use to the next, put back as a new interpreter would have it.

For a fork that is to pass for a new interpreter (`fresh`). A pool shows why each of these counts: its
workers are made by a parent that has pools, their threads and their pipes at hand, and a worker
that still believed in them would stop them when it ends, or close their pipes under its own feet.
What is taken away is kept alive, out of sight: objects that died would close descriptors whose
numbers stand for something else by now.
"""

from __future__ import annotations

import atexit
import itertools
import signal
import sys
import threading
import weakref
from types import ModuleType
from typing import Any

from grader.runtime.guest import locks, threads
from grader.runtime.guest.channel import channel

_main_class: list[Any] = []
"""of the main process's object: the library has no name for it"""
_kept: list[Any] = []
_locks: list[Any] = []
"""those of the library's modules: a thread of the parent may hold one, and is not there to release it"""
_recursion = [sys.getrecursionlimit()]


def forget_modules() -> None:
    """The student's modules are imported anew."""
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if name == "__mp_main__" or (isinstance(file, str) and file in channel.files):
            _kept.append(module)
            del sys.modules[name]
    _kept.append(sys.modules.get("__main__"))
    sys.modules["__main__"] = ModuleType("__main__")


def forget_library_state(handed_fds: list[int]) -> None:
    """`handed_fds`: what a forkserver's child was sent, by number."""
    for lock in _locks:
        lock._at_fork_reinit()
    _forget_hooks()
    _forget_threads()
    _forget_processes(handed_fds)
    _forget_pools()
    _forget_logging()


def _forget_hooks() -> None:
    for number in range(1, signal.NSIG):
        handler = signal.getsignal(number)
        if callable(handler) and handler is not signal.default_int_handler:
            plain = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
            signal.signal(number, plain)
    atexit._clear()
    finalize: Any = weakref.finalize
    _kept.append(finalize._registry)
    finalize._registry, finalize._registered_with_atexit = {}, False
    sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
    sys.setrecursionlimit(_recursion[0])


def _forget_threads() -> None:
    library: Any = threading
    threads.renew_main()
    library._counter = itertools.count(1).__next__
    library._trace_hook = library._profile_hook = None
    library.excepthook = library.__excepthook__


def _forget_processes(handed_fds: list[int]) -> None:
    process: Any = sys.modules.get("multiprocessing.process")
    if process is not None:
        _kept.append((process._current_process, process._children))
        kind = _main_class[0] if _main_class else type(process._current_process)
        process._current_process = kind()
        process._process_counter = itertools.count(1)
        process._children = set()
        process._parent_process = None
    util: Any = sys.modules.get("multiprocessing.util")
    if util is not None:
        _kept.extend(util._finalizer_registry.values())
        util._finalizer_registry.clear()
        util._afterfork_registry.clear()
        util._logger, util._log_to_stderr = None, False
        atexit.register(util._exit_function)
    server: Any = sys.modules.get("multiprocessing.forkserver")
    if server is not None:
        server._forkserver._inherited_fds = list(handed_fds)
    sharer: Any = sys.modules.get("multiprocessing.resource_sharer")
    if sharer is not None:
        _kept.append(sharer._resource_sharer)
        sharer._resource_sharer = type(sharer._resource_sharer)()


def _forget_pools() -> None:
    """Else a child would wake and join the executors of its parent when it ends."""
    of_threads: Any = sys.modules.get("concurrent.futures.thread")
    if of_threads is not None:
        _kept.append(of_threads._threads_queues)
        of_threads._threads_queues = weakref.WeakKeyDictionary()
        of_threads._shutdown = False
        of_threads.ThreadPoolExecutor._counter = itertools.count().__next__
    of_processes: Any = sys.modules.get("concurrent.futures.process")
    if of_processes is not None:
        _kept.append(of_processes._threads_wakeups)
        of_processes._threads_wakeups = weakref.WeakKeyDictionary()
        of_processes._global_shutdown = False
    pool: Any = sys.modules.get("multiprocessing.pool")
    if pool is not None:
        pool.job_counter = itertools.count()


def _forget_logging() -> None:
    logging: Any = sys.modules.get("logging")
    if logging is None:
        return
    root = logging.root
    loggers = [one for one in root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    for logger in (root, *loggers):
        _kept.extend(logger.handlers)
        logger.handlers.clear()
        logger.filters.clear()
        logger.setLevel(logging.WARNING if logger is root else logging.NOTSET)
        logger.propagate, logger.disabled = True, False
    root.manager.disable = 0
    logging._handlers.clear()
    del logging._handlerList[:]
    atexit.register(logging.shutdown)


def install() -> None:
    """Note how things are before the program; what it may use of the library has been imported."""
    process: Any = sys.modules.get("multiprocessing.process")
    if process is not None:
        _main_class.append(type(process.current_process()))
    for name, module in list(sys.modules.items()):
        if isinstance(module, ModuleType) and not name.startswith("grader"):
            _locks.extend(value for value in vars(module).values()
                          if isinstance(value, (locks.Lock, locks.RLock)) and value not in _locks)
