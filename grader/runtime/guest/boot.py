"""The zygote: an interpreter with the look-alikes in place that forks one child per schedule.

The order matters. The clock goes in before `threading` is first imported (modules copy references
to it), the locks before `queue` and `concurrent.futures`, and everything that the student's files
import from the standard library before the first fork, so that a schedule costs a fork and no
import. State cannot leak from one schedule into the next: each is a child of its own.
"""

from __future__ import annotations

import _thread  # the real one: it is read before the look-alike is put in its place
import contextlib
import gc
import json
import os
import signal
import struct
import sys
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any

from grader.runtime.guest import clock

_LENGTH = struct.Struct("<I")
_NOT_AHEAD = frozenset({"this", "antigravity", "idlelib", "tkinter", "turtle", "turtledemo", "test",
                        "ctypes", "__main__"})
_AT_START = frozenset({"__main__", "_collections_abc", "_frozen_importlib", "abc", "codecs",
                       "encodings", "genericpath", "io", "os", "posixpath", "site", "stat",
                       "zipimport", "grader"})
_PROCESSES = ("multiprocessing.connection", "multiprocessing.queues", "multiprocessing.synchronize",
              "multiprocessing.popen_fork", "multiprocessing.context")
_FRESH = ("multiprocessing.popen_spawn_posix", "multiprocessing.popen_forkserver", "runpy")
_OF_PROCESSES = (b"Process", b"fork", b"Queue", b"Pipe", b"spawn", b"Manager", b"Pool(")
_FORKS_NOT = sys.version_info >= (3, 14)
"""is fork no longer what `multiprocessing` does by default?"""
_POOLS = frozenset({"multiprocessing.pool", "multiprocessing.dummy"})
_leave = os._exit
_write = os.write
_at_begin: list[Callable[[], None]] = []
_at_end: list[Callable[[], None]] = []
"""called in each schedule's process before the program and after it"""
_fork, _waitpid = os.fork, os.waitpid


def receive(control: int) -> Any:
    """One JSON message from the supervisor; ends the process when it is gone."""
    return json.loads(_exactly(control, _LENGTH.unpack(_exactly(control, _LENGTH.size))[0]))


def _exactly(control: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        piece = os.read(control, size - len(data))
        if not piece:
            _leave(0)
        data += piece
    return data


def send(control: int, message: Any) -> None:
    """One JSON message to the supervisor."""
    body = json.dumps(message).encode()
    data = _LENGTH.pack(len(body)) + body
    while data:
        data = data[_write(control, data) :]


def install_first() -> None:
    """What must be in place before `threading` is imported, by whatever module (on 3.14 by ctypes):
    it copies the clock and sets hooks for forks."""
    # The zygote has one thread and holds no lock when it forks, so the library's fork hooks have
    # nothing to mend; they would only make new locks, at a cost, in each child.
    os.register_at_fork = lambda **hooks: None
    clock.install()


def install_all(serves: bool = False) -> None:
    """Put every other look-alike in place, in the one order that works; those of sockets only
    where the task is about a server."""
    from grader.runtime.guest import randomness

    randomness.install()
    from grader.runtime.guest import locals, locks, memory, output, selecting, signals, threads

    locks.install()
    threads.install()
    from grader.runtime.guest import (
        fifos,
        files,
        pipes,
        processes,
        queues,
        refusals,
        semaphores,
        subprograms,
    )

    queues.install()
    locals.install()
    signals.install()
    selecting.install()
    output.install()
    memory.install()
    threads.on_thread_start.append(memory.trace_thread)
    threads.on_enter.append(memory.enter)
    threads.on_thread_end.append(locals.tell_contents)
    refusals.install()
    processes.install()
    pipes.install()
    semaphores.install()
    files.install()
    subprograms.install()
    fifos.install()
    if serves:
        from grader.runtime.guest import sockets, watching

        sockets.install()
        watching.install()
    _install_thread_module()
    import site

    site.setquit()
    site.sethelper()
    site.setcopyright()


def _install_thread_module() -> None:
    """`import _thread` by a student gives the look-alikes; importlib keeps the real one."""
    import _thread
    import threading

    from grader.runtime.guest import locals, locks, threads

    face = ModuleType("_thread")
    face.__dict__.update(vars(_thread))
    face.__dict__.update(
        allocate_lock=locks.Lock, allocate=locks.Lock, lock=locks.Lock, LockType=locks.Lock,
        RLock=locks.RLock, start_new_thread=threads.start_new_thread,
        start_new=threads.start_new_thread, get_ident=threads.get_ident,
        get_native_id=threads.get_native_id, _local=locals.local,
    )
    sys.modules["_thread"] = face
    threading._thread = face  # type: ignore[attr-defined]


def _imports_of(source: bytes, path: str) -> set[str]:
    import ast

    try:
        tree = ast.parse(source, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names: set[str] = set()
    pools = set(_POOLS)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= pools & {f"{node.module}.{alias.name}" for alias in node.names}
    return pools | names if names & pools else names


def _import_ahead(names: set[str], own: set[str]) -> None:
    for name in sorted(names):
        top = name.partition(".")[0]
        ahead = top not in _NOT_AHEAD or name in _POOLS
        if top in sys.stdlib_module_names and ahead and top not in own:
            try:
                __import__(name)
            except Exception as problem:  # the program will meet it itself, where it can be told
                sys.stderr.write(f"not imported ahead: {name}: {problem}\n")
    from grader.runtime.guest import kinship, managers, messages, pools, refusals
    from grader.runtime.guest.channel import channel

    shared: Any = sys.modules.get("multiprocessing.sharedctypes")
    if shared is not None:
        refusals.librarys_own.update((shared.RawValue.__code__, shared.RawArray.__code__))
    pools.install()
    managers.install()
    if "subprocess" in sys.modules:  # posix_spawn would go past our fork_exec
        sys.modules["subprocess"]._USE_POSIX_SPAWN = False  # type: ignore[attr-defined]
    messages.install()
    kinship.install()
    if {"multiprocessing.popen_forkserver", "subprocess"} & sys.modules.keys():
        from grader.runtime.guest import fresh

        fresh.install()
    if "asyncio" in sys.modules:
        from grader.runtime.guest.eventloop import install_asyncio, steady_servers

        (steady_servers if channel.serves else install_asyncio)(sys.modules["asyncio"])


def _lambdas_named(source: bytes, path: str, names: list[str]) -> set[tuple[str, int]]:
    import ast

    found = set()
    for node in ast.walk(ast.parse(source, path)):
        if (
            isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda)
            and any(isinstance(t, ast.Name) and t.id in names for t in node.targets)
        ):
            found.add((path, node.value.lineno))
    return found


def _load(spec: dict[str, Any]) -> CodeType:
    """Compile the script, find its points, import what it will import."""
    from grader.runtime.guest import memory
    from grader.runtime.guest.channel import channel
    from grader.runtime.guest.sharing import codes_of

    root = spec["root"].rstrip("/") + "/"
    channel.root = root
    paths = {root + name: name for name in spec["files"] if name.endswith(".py")}
    channel.files = frozenset(paths)
    own = {name[:-3].replace("/", ".").partition(".")[0] for name in paths.values()}
    script = root + spec["script"]
    imports: set[str] = {"threading"}
    codes: list[CodeType] = []
    main: CodeType | None = None
    for path in sorted(paths):
        with open(path, "rb") as file:
            source = file.read()
        if path == script or _near(path, script):
            # It may write a module of its own while it runs, under a name of the library's.
            imports |= {n for n in _imports_of(source, path) if f"{n}.py".encode() not in source}
            if b"subprocess" in source:
                imports.add("selectors")
            if _starts_processes(source):
                imports |= set(_PROCESSES)
                if b"Manager" in source:
                    imports |= {"multiprocessing.managers", "multiprocessing.pool", "hmac"}
                if b"Value(" in source or b"Array(" in source:
                    imports.add("multiprocessing.sharedctypes")
                if b"Pool(" in source:
                    imports.add("multiprocessing.pool")
                if b"ProcessPoolExecutor" in source:
                    imports.add("concurrent.futures.process")
                if b"spawn" in source or b"forkserver" in source or _FORKS_NOT:
                    imports |= set(_FRESH)
        if path == script:
            main = compile(source, path, "exec", dont_inherit=True)
            codes += codes_of(main)
            memory.watch(spec["watch"], _lambdas_named(source, path, spec["watch"]))
    assert main is not None
    _import_ahead(imports, own)
    context: Any = sys.modules.get("multiprocessing.context")
    if spec.get("fork") and context is not None:
        context._default_context._default_context = context._concrete_contexts["fork"]
    if spec.get("coroutines"):
        _observe_coroutines()
    memory.prepare(codes)
    _prepare_imported(memory, channel)
    beside = os.path.dirname(script) + "/"
    _make_way_for({path[len(beside):].partition("/")[0].removesuffix(".py")
                   for path in paths if path.startswith(beside)})
    return main


def _observe_coroutines() -> None:
    """For tasks about coroutines: what runs as one, what passes between them, what is left over."""
    from grader.runtime.guest import coroutines, eventloop, leftovers
    from grader.runtime.guest.channel import channel

    observer = coroutines.install()
    _at_begin.append(observer.begin)
    leftovers.install()
    _at_end.append(leftovers.tell)
    if "asyncio" in sys.modules and not channel.serves:
        eventloop.install_turns(sys.modules["asyncio"], observer)


def _starts_processes(source: bytes) -> bool:
    """Will it need what `multiprocessing` imports late? Not for its pools of threads."""
    names = b"multiprocessing" in source or b"ProcessPoolExecutor" in source
    return names and any(name in source for name in _OF_PROCESSES) and not (
        b"ThreadPool" in source and b"Process" not in source
    )


def _make_way_for(names: set[str]) -> None:
    """Forget library modules that a file beside the script has the name of: `import queue` there
    means the file. What every interpreter imports at its start stays, as it does without us."""
    for loaded in list(sys.modules):
        name = loaded.partition(".")[0]
        if name in names and name not in _AT_START and name not in sys.builtin_module_names:
            del sys.modules[loaded]


def _near(path: str, script: str) -> bool:
    return os.path.dirname(path).startswith(os.path.dirname(script))


def _prepare_imported(memory: Any, channel: Any) -> None:
    """Find the points of helper modules too, when they are imported."""
    from importlib.machinery import SourceFileLoader

    from grader.runtime.guest.sharing import codes_of

    plain = SourceFileLoader.get_code

    def get_code(self: Any, name: str) -> Any:
        code = plain(self, name)
        if code is not None and code.co_filename in channel.files:
            memory.prepare(codes_of(code))
        return code

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign]


def run_program(main: CodeType, script: str) -> None:
    """Run the script as `__main__`, then what the interpreter does at its end. Never returns."""
    import atexit
    import builtins

    from grader.runtime.guest import memory, threads
    from grader.runtime.guest.channel import channel
    from grader.runtime.wire import Op

    module = ModuleType("__main__")
    module.__dict__.update(__file__=main.co_filename, __builtins__=builtins)
    if sys.version_info < (3, 15):
        module.__dict__["__cached__"] = None
    if sys.version_info < (3, 14):
        module.__dict__["__annotations__"] = {}
    sys.modules["__main__"] = module
    sys.argv = [os.path.basename(script)]
    sys.path.insert(0, os.path.dirname(main.co_filename))
    channel.wait_for_go(0)
    status = 0
    for begin in _at_begin:
        begin()
    memory.trace_thread()
    try:
        exec(main, module.__dict__)
    except SystemExit as leaving:
        status = _status_of(leaving)
    except BaseException as problem:
        threads.note_exception(problem)
        _print_uncaught(problem)
        status = 1
    finally:
        sys.settrace(None)
    try:
        threads.shut_down()
        atexit._run_exitfuncs()
        for finish in _at_end:
            finish()
        sys.stdout.flush()
    except BaseException as problem:
        threads.note_exception(problem)
        status = 1
    channel.ask(Op.EXIT, argument=status & 0xFF, where=0)
    _leave(status & 0xFF)


def _print_uncaught(problem: BaseException) -> None:
    traceback = problem.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
        traceback = traceback.tb_next
    sys.excepthook(type(problem), problem.with_traceback(traceback), traceback)


def _status_of(leaving: SystemExit) -> int:
    if leaving.code is None:
        return 0
    if isinstance(leaving.code, int):
        return leaving.code if abs(leaving.code) < 1 << 63 else -1
    sys.stderr.write(f"{leaving.code}\n")
    return 1


def refuse_to_be_read() -> None:
    """Let no process of the same uid look into this one's memory, or write to it."""
    from grader.runtime.kernel.prctl import forbid_dumps

    with contextlib.suppress(OSError):
        forbid_dumps()


def main(announce_fd: int, go_fds: list[int], control: int, mail: int) -> None:
    """Serve the supervisor: one fork per request, until it hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    install_first()
    refuse_to_be_read()
    spec = receive(control)
    folder = os.path.dirname(os.path.join(spec["root"], spec["script"]))
    os.chdir(folder)
    install_all(bool(spec.get("serves")))
    from grader.runtime.guest import courier, randomness
    from grader.runtime.guest.channel import channel

    channel.announce_fd, channel.go_fds = announce_fd, go_fds
    channel.serves = bool(spec.get("serves"))
    courier.install(mail, [announce_fd, control, *go_fds])
    try:
        main_code = _load(spec)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as problem:
        send(control, {
            "kind": "syntax", "message": str(getattr(problem, "msg", problem))[:300],
            "line": getattr(problem, "lineno", 0) or 0,
            "text": (getattr(problem, "text", "") or "").strip()[:300],
        })
        return
    send(control, {"kind": "ready", "resources": channel.resources})
    created = list(channel.notes)
    channel.notes.clear()
    gc.collect()
    gc.freeze()
    gc.disable()
    sys.path[:] = [entry for entry in sys.path if entry != spec["runtime"]]
    while True:
        request = receive(control)
        pid = _fork()
        if pid == 0:
            os.close(control)
            try:
                os.setsid()
                os.chdir(folder)  # it may be a new one, if the last program removed it
                signal.signal(signal.SIGINT, signal.default_int_handler)
                randomness.seed(request["seed"])
                channel.notes[:] = created
                channel.index = {_thread.get_ident(): 0}
                channel.nonce = 0
                channel.active = True
                run_program(main_code, spec["script"])
            finally:
                _leave(71)
        send(control, {"kind": "forked", "pid": pid})
        _, status = _waitpid(pid, 0)
        send(control, {"kind": "ended", "status": status})


