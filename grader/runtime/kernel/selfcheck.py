"""The self-check: what this sandbox really is, tried from inside; printed as one line of JSON.

Run by `grader doctor` in place of the supervisor; no student code is near.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import socket
import sys

from grader.runtime.kernel.limits import read_back
from grader.runtime.kernel.seccomp import install_filter
from grader.runtime.kernel.tracer import ptrace_works

_STUDENT_ID = 20001
_CLONE_NEWUSER = 0x10000000
# Families that homework never needs and that kernel holes did: each is only opened, nothing more.
_FAMILIES = {"AF_ALG": 38, "AF_RXRPC": 33, "AF_VSOCK": 40, "AF_NETLINK": 16, "AF_PACKET": 17}


def main() -> None:
    """Print the facts: for the supervisor, for the student without and with our filter."""
    facts = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "kernel": platform.release(),
        "seen": read_back(),
        "ptrace": ptrace_works(),
        "student": _ask_student(is_filtered=False),
        "filtered_student": _ask_student(is_filtered=True),
    }
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def _ask_student(*, is_filtered: bool) -> dict[str, str] | None:
    """What a child with the student's rights may do; None when it could not be asked."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setresgid(_STUDENT_ID, _STUDENT_ID, _STUDENT_ID)
                os.setresuid(_STUDENT_ID, _STUDENT_ID, _STUDENT_ID)
            if is_filtered:
                install_filter()
            os.write(writing, json.dumps(_try_all()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    answers: dict[str, str] | None = json.loads(text) if text else None
    return answers


def _try_all() -> dict[str, str]:
    """Name of the thing -> "allowed", or the name of the errno that refused it."""
    answers = {name: _try_family(family) for name, family in _FAMILIES.items()}
    libc = ctypes.CDLL(None, use_errno=True)
    refused = libc.unshare(_CLONE_NEWUSER) != 0
    answers["user_namespace"] = _errno_name(ctypes.get_errno()) if refused else "allowed"
    return answers


def _try_family(family: int) -> str:
    answer = "EAFNOSUPPORT"
    for kind in (socket.SOCK_SEQPACKET, socket.SOCK_DGRAM, socket.SOCK_STREAM):
        try:
            socket.socket(family, kind, 0).close()
        except OSError as error:
            answer = _errno_name(error.errno)
        else:
            return "allowed"
    return answer


def _errno_name(code: int | None) -> str:
    return errno.errorcode.get(code or 0, str(code))


if __name__ == "__main__":
    main()
