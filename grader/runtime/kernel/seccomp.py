"""Seccomp: the filter on the student's system calls, on top of the container's own.

What it is for, in the order of importance:
1. Evidence. `clone(CLONE_UNTRACED)` makes a child that ptrace never sees, `clone3` hides its
   flags in memory where no filter can look, CLONE_PARENT makes a child that looks like its
   parent's sibling: with any of them kernel evidence could be evaded.
2. Attack surface. Container engines of different ages allow different things (Docker 20.10
   still allows AF_VSOCK and io_uring); the kernel holes of 2026 needed AF_ALG, AF_RXRPC or
   splice. An allow-list of three socket families and a list of calls that homework never makes
   holds on every engine, and in the local sandbox too.

Refused calls fail with an errno and do not kill: a library that tries and falls back (libc with
clone3) goes on working. Measured with 3.11 and 3.13: threads, all three start methods, asyncio
and subprocess work; only `os.splice` and `socket.if_nameindex` do not. All decisions but three
depend on the number alone, which the kernel caches per number: an allowed call costs nothing.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from collections.abc import Sequence

from grader.runtime.kernel.prctl import prctl, set_no_new_privs
from grader.runtime.kernel.syscalls import MACHINES, NUMBERS, number_of

ALLOWED_FAMILIES = (1, 2, 10)  # AF_UNIX, AF_INET, AF_INET6

_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2

# linux/seccomp.h: what a filter answers; the low 16 bits of an ERRNO answer are the errno.
KILL_PROCESS = 0x80000000
ERRNO = 0x00050000
ALLOW = 0x7FFF0000

# linux/filter.h: the operations used, and the offsets of struct seccomp_data.
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER_OFFSET, ARCH_OFFSET, FIRST_ARGUMENT_OFFSET = 0, 4, 16  # the low half: little endian

# linux/sched.h
CLONE_PARENT = 0x00008000
CLONE_UNTRACED = 0x00800000
CLONE_NAMESPACES = 0x7E020000  # NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET

_ARGUED = ("socket", "socketpair", "clone", "clone3")  # decided below, one by one

_Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, value


def filter_program(machine: str) -> bytes:
    """The filter for `machine` ("x86_64" or "aarch64"): 8 bytes per instruction, native order.

    Raises ValueError for another machine.
    """
    if machine not in MACHINES:
        raise ValueError(f"no system call filter for {machine}")
    facts = MACHINES[machine]
    program: list[_Instruction] = [
        (LOAD, 0, 0, ARCH_OFFSET),
        (JUMP_EQUAL, 1, 0, facts.audit_arch),  # a 32-bit program would have other numbers
        _answer(KILL_PROCESS),
        (LOAD, 0, 0, NUMBER_OFFSET),
    ]
    if facts.first_foreign_number is not None:
        program += [(JUMP_AT_LEAST, 0, 1, facts.first_foreign_number), _answer(KILL_PROCESS)]
    for name in NUMBERS:
        number = number_of(name, machine)
        if name not in _ARGUED and number is not None:
            program += _for_call(number, [_answer(ERRNO | errno.EPERM)])
    for name in ("socket", "socketpair"):
        program += _for_call(number_of(name, machine), _check_family())
    program += _for_call(number_of("clone", machine), _check_clone_flags())
    # libc takes ENOSYS as "old kernel" and falls back to clone, whose flags we can see.
    program += _for_call(number_of("clone3", machine), [_answer(ERRNO | errno.ENOSYS)])
    program.append(_answer(ALLOW))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)


def install_filter(machine: str | None = None) -> None:
    """Filter this thread and all that it starts, for good; also sets no-new-privileges.

    Raises OSError where the kernel has no seccomp, ValueError on a machine without a filter.
    """
    program = filter_program(platform.machine() if machine is None else machine)
    set_no_new_privs()
    instructions = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))

    handed = Program(len(program) // 8, ctypes.addressof(instructions))
    prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(handed))


def _answer(value: int) -> _Instruction:
    return (RETURN, 0, 0, value)


def _for_call(number: int | None, body: Sequence[_Instruction]) -> list[_Instruction]:
    """Run `body`, which must answer on every path, for call `number`; go past it for others."""
    assert number is not None
    return [(JUMP_EQUAL, 0, len(body), number), *body]


def _check_family() -> list[_Instruction]:
    body: list[_Instruction] = [(LOAD, 0, 0, FIRST_ARGUMENT_OFFSET)]
    for position, family in enumerate(ALLOWED_FAMILIES):
        body.append((JUMP_EQUAL, len(ALLOWED_FAMILIES) - position, 0, family))
    return [*body, _answer(ERRNO | errno.EAFNOSUPPORT), _answer(ALLOW)]


def _check_clone_flags() -> list[_Instruction]:
    return [
        (LOAD, 0, 0, FIRST_ARGUMENT_OFFSET),
        (JUMP_ANY_BIT, 0, 1, CLONE_UNTRACED | CLONE_PARENT | CLONE_NAMESPACES),
        _answer(ERRNO | errno.EPERM),
        _answer(ALLOW),
    ]
