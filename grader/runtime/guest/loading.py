"""The script made ready in the zygote: compiled, its points found, what it will import imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import CodeType
from typing import Any

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
at_begin: list[Callable[[], None]] = []
at_end: list[Callable[[], None]] = []
"""called in each schedule's process before the program and after it"""
_POOLS = frozenset({"multiprocessing.pool", "multiprocessing.dummy"})


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


def load(spec: dict[str, Any]) -> CodeType:
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
    at_begin.append(observer.begin)
    leftovers.install()
    at_end.append(leftovers.tell)
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
