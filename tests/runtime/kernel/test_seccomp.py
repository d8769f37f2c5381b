"""The filter: what it answers on both machines (interpreted), and what it does in a child."""

from __future__ import annotations

import asyncio
import concurrent.futures
import ctypes
import errno
import multiprocessing
import os
import platform
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.runtime.kernel.seccomp import (
    ALLOW,
    CLONE_PARENT,
    CLONE_UNTRACED,
    ERRNO,
    KILL_PROCESS,
    filter_program,
    install_filter,
)
from grader.runtime.kernel.syscalls import MACHINES, NUMBERS, number_of
from tests.runtime.kernel.bpf_machine import run_filter
from tests.runtime.kernel.forked import run_in_child

PTHREAD_FLAGS = 0x003D0F00  # what libc's pthread_create passes
FORK_FLAGS = 0x01200011
CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID = 0x10000000, 0x40000000, 0x20000000
ARGUED = {"socket", "socketpair", "clone", "clone3"}

on_both_machines = pytest.mark.parametrize("machine", sorted(MACHINES))
needs_seccomp = pytest.mark.skipif(
    not (sys.platform.startswith("linux") and platform.machine() in MACHINES), reason="no seccomp"
)


def answer(machine: str, name: str, *arguments: int) -> int:
    """What the filter for `machine` says to one call by name."""
    number = number_of(name, machine)
    assert number is not None
    arch = MACHINES[machine].audit_arch
    return run_filter(filter_program(machine), number, arch, arguments)


@on_both_machines
@pytest.mark.parametrize("family", range(50))
@pytest.mark.parametrize("call", ["socket", "socketpair"])
def test_only_three_socket_families(machine: str, call: str, family: int) -> None:
    """Local, IPv4 and IPv6 sockets are allowed; every other family is unknown to the program."""
    expected = ALLOW if family in (1, 2, 10) else ERRNO | errno.EAFNOSUPPORT
    assert answer(machine, call, family, 1, 0) == expected


@on_both_machines
def test_every_listed_call_is_refused(machine: str) -> None:
    """All calls of the table that exist on the machine are not permitted."""
    for name in NUMBERS.keys() - ARGUED:
        if number_of(name, machine) is not None:
            assert answer(machine, name) == ERRNO | errno.EPERM, name


@on_both_machines
@pytest.mark.parametrize("flags", [PTHREAD_FLAGS, FORK_FLAGS, signal.SIGCHLD, 0])
def test_threads_and_forks_are_allowed(machine: str, flags: int) -> None:
    """The flags that libc uses pass."""
    assert answer(machine, "clone", flags) == ALLOW


@on_both_machines
@pytest.mark.parametrize(
    "flag", [CLONE_UNTRACED, CLONE_PARENT, CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWPID]
)
def test_untraced_and_namespaced_children_are_refused(machine: str, flag: int) -> None:
    """A child that evidence would miss, or that is root in its own world, cannot be made."""
    assert answer(machine, "clone", FORK_FLAGS | flag) == ERRNO | errno.EPERM


@on_both_machines
def test_clone3_does_not_exist(machine: str) -> None:
    """Its flags lie in memory, out of the filter's sight; libc falls back to clone."""
    assert answer(machine, "clone3") == ERRNO | errno.ENOSYS


@on_both_machines
def test_other_calling_conventions_are_killed(machine: str) -> None:
    """32-bit and x32 calls have other numbers, so none of them may pass."""
    program, arch = filter_program(machine), MACHINES[machine].audit_arch
    other = next(m.audit_arch for name, m in MACHINES.items() if name != machine)
    for foreign in (0x40000003, 0x40000028, other):  # i386, arm, the other machine
        assert run_filter(program, 0, foreign) == KILL_PROCESS
    if machine == "x86_64":
        assert run_filter(program, 0x40000000 + 41, arch) == KILL_PROCESS
        assert run_filter(program, -1, arch) == KILL_PROCESS


@on_both_machines
def test_everything_else_is_allowed(machine: str) -> None:
    """The filter lists what is refused; all other numbers pass."""
    listed = {number_of(name, machine) for name in NUMBERS}
    program, arch = filter_program(machine), MACHINES[machine].audit_arch
    for number in set(range(470)) - listed:
        assert run_filter(program, number, arch) == ALLOW


def test_an_unknown_machine_is_an_error() -> None:
    """No silent absence of a filter."""
    with pytest.raises(ValueError, match="riscv64"):
        filter_program("riscv64")


@pytest.mark.parametrize(
    ("machine", "header"),
    [
        ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        ("aarch64", "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_numbers_are_those_of_the_headers(machine: str, header: str) -> None:
    """The table agrees with the kernel's own headers, where they are installed."""
    if not Path(header).exists():
        pytest.skip(f"no {header}")
    text = Path(header).read_text()
    known = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text))
    for name in NUMBERS:
        number = number_of(name, machine)
        assert number is None or number == int(known[name]), name


def call_errno(number: int, *arguments: int) -> str:
    """The name of the errno of one raw system call, or "allowed"."""
    libc = ctypes.CDLL(None, use_errno=True)
    result = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments))
    return "allowed" if result >= 0 else errno.errorcode[ctypes.get_errno()]


def under_filter(function: Callable[[], object]) -> object:
    """What `function` returns in a child that has the filter."""

    def filtered() -> object:
        install_filter()
        return function()

    return run_in_child(filtered)


@needs_seccomp
def test_a_real_child_is_refused() -> None:
    """In a child under the filter the kernel really answers as interpreted."""
    machine = platform.machine()

    def probe() -> object:
        asked = {name: number_of(name, machine) for name in ("ptrace", "splice", "clone3")}
        found = {name: call_errno(number) for name, number in asked.items() if number is not None}
        clone = number_of("clone", machine) or 0
        for name, flag in (("untraced", CLONE_UNTRACED), ("newuser", CLONE_NEWUSER)):
            found[name] = call_errno(clone, flag | signal.SIGCHLD, 0, 0, 0, 0)
        for family in (16, 17, 38, 40):  # NETLINK, PACKET, ALG, VSOCK
            found[str(family)] = call_errno(number_of("socket", machine) or 0, family, 3, 0)
        return found

    assert under_filter(probe) == {
        "ptrace": "EPERM",
        "splice": "EPERM",
        "clone3": "ENOSYS",
        "untraced": "EPERM",
        "newuser": "EPERM",
        "16": "EAFNOSUPPORT",
        "17": "EAFNOSUPPORT",
        "38": "EAFNOSUPPORT",
        "40": "EAFNOSUPPORT",
    }


@needs_seccomp
def test_the_filter_holds_after_exec() -> None:
    """A program that replaces itself does not get rid of the filter."""
    program = "import socket\ntry: socket.socket(40, 1)\nexcept OSError as e: print(e.errno)"

    def probe() -> object:
        ended = subprocess.run(
            [sys.executable, "-I", "-c", program], check=True, capture_output=True, text=True
        )
        return ended.stdout.strip()

    assert under_filter(probe) == str(errno.EAFNOSUPPORT)


def square(number: int) -> int:
    """Work for a pool."""
    return number * number


@needs_seccomp
def test_threads_sockets_and_asyncio_work() -> None:
    """What homework uses goes on working: threads, pools, loopback, socket pairs, asyncio."""

    async def serve_and_ask() -> str:
        async def answer_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(await reader.readline())
            writer.close()

        server = await asyncio.start_server(answer_one, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"hello\n")
        line = await reader.readline()
        writer.close()
        server.close()
        return line.decode().strip()

    def probe() -> object:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            squares = list(pool.map(square, range(5)))
        left, right = socket.socketpair()
        left.send(b"x")
        thread = threading.Thread(target=right.recv, args=(1,))
        thread.start()
        thread.join()
        return [squares, asyncio.run(serve_and_ask())]

    assert under_filter(probe) == [[0, 1, 4, 9, 16], "hello"]


@needs_seccomp
@pytest.mark.slow
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_work(method: str) -> None:
    """All three start methods, and the queues and pools on top of them, work under the filter."""

    def probe() -> object:
        context = multiprocessing.get_context(method)
        with context.Pool(2) as pool:
            return [pool.map(square, range(4)), os.system("true")]

    assert under_filter(probe) == [[0, 1, 4, 9], 0]
