"""The conductor's pipes to the processes that the program has started, and what it does to them.

A new process makes its own two pipes (announcements, and the go of its first thread) and sends the
conductor's ends over one socket that all processes of the program inherit; so no other process
can speak for it or take its go. The kernel writes the sender's number beside each message.

**Whose children they are.** The look-alike of fork forks twice, and the process in the middle ends
at once: the child is then ours, since the supervisor is the nearest subreaper. So we alone see its
death and read its exit code, from the kernel and not from its parent; the student's process has no
zombie and gets no SIGCHLD at a moment of the kernel's own. `waitpid` is an operation of the world.
What it costs is a second, nearly empty fork (0.4 to 0.8 ms). Reading the code from /proc instead
works only without a uid of its own; a wait by the parent would be testimony.

**Waiting for descriptors** is asked of the kernel, not modelled: a thread that could not read or
write sends duplicates of its descriptors and parks; here they are polled with time-out 0 whenever
something is decided. Room, bytes in flight, end of file and hang-up need no code then. A duplicate
lives only while its owner is parked, so nobody's end of file is delayed by it.
"""

from __future__ import annotations

import array
import contextlib
import os
import select
import signal
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from grader.runtime.kernel.proc import read_task, read_text
from grader.runtime.wire import LETTER, Letter
from grader.runtime.world.control import ProtocolError
from grader.runtime.world.core import World
from grader.runtime.world.processes import CAUGHT, IGNORED

_CREDENTIALS = struct.Struct("3i")
_LETTER_LIMIT = 4096
_MOST_DESCRIPTORS = 128
_DEATH_SECONDS = 40.0
_BIRTH_SECONDS = 40.0
_EVENTS = select.POLLIN | select.POLLOUT | select.POLLPRI


@dataclass
class Member:
    """One further process, as the kernel knows it."""

    pid: int
    pidfd: int
    announce: int
    poll: select.poll
    threads: list[int] = field(default_factory=list)


class Kin:
    """All further processes of one schedule; the main one is the zygote's child and not among
    them."""

    def __init__(self, mail: int) -> None:
        """`mail`: our end of the socket that carries descriptors."""
        self._mail = socket.socket(fileno=mail)
        self._mail.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._mail.setblocking(False)
        self.parked: dict[int, tuple[select.poll, list[int]]] = {}
        self.members: dict[int, Member] = {}
        self.go: dict[int, int] = {}
        self.kill_main: Callable[[int], int] = lambda number: 0

    # -- hearing ------------------------------------------------------------------------------

    def collect(self, world: World, main_pid: int) -> None:
        """Read every letter that has come. Raises ProtocolError for one that makes no sense."""
        while (letter := self._next_letter()) is not None:
            data, fds, pid = letter
            taken = False
            try:
                taken = self._take(world, data, fds, pid, main_pid)
            finally:
                if not taken:
                    for fd in fds:
                        os.close(fd)
            if not taken:
                raise ProtocolError("a letter that makes no sense")

    def _next_letter(self) -> tuple[bytes, list[int], int] | None:
        """(text, descriptors, sender by the kernel's word); None when there is none."""
        room = socket.CMSG_SPACE(4 * _MOST_DESCRIPTORS) + socket.CMSG_SPACE(_CREDENTIALS.size)
        try:
            data, ancillary, _, _ = self._mail.recvmsg(
                _LETTER_LIMIT, room, socket.MSG_CMSG_CLOEXEC
            )
        except OSError:  # nothing there
            return None
        fds, pid = array.array("i"), 0
        for level, kind, body in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                fds.frombytes(body[: len(body) - len(body) % fds.itemsize])
            elif level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
                pid = _CREDENTIALS.unpack(body)[0]
        if not data and not fds:  # the other end is gone
            return None
        return data, list(fds), pid

    def _take(
        self, world: World, data: bytes, fds: list[int], pid: int, main_pid: int
    ) -> bool:
        if len(data) < LETTER.size:
            return False
        kind, thread, number = LETTER.unpack(data[: LETTER.size])
        members = world.family.members
        if not 0 < number < len(members) and kind != Letter.PARK:
            return False
        if kind == Letter.HELLO:
            child = members[number]
            is_new = number not in self.members and not child.born and thread == child.main
            if not is_new or len(fds) != 2 or pid in {m.pid for m in self.members.values()}:
                return False
            self._welcome(number, thread, fds, pid)
            return True
        if thread >= len(world.threads) or world.threads[thread].process != number:
            return False
        if pid != (self.members[number].pid if number else main_pid):
            return False  # one process speaks for another
        if kind == Letter.GO_PIPE and number and len(fds) == 1 and thread not in self.go:
            self.go[thread] = fds[0]
            self.members[number].threads.append(thread)
            return True
        if kind == Letter.PARK and thread not in self.parked:
            return self._park(thread, data[LETTER.size :], fds)
        return False

    def _welcome(self, number: int, thread: int, fds: list[int], pid: int) -> None:
        try:
            pidfd = os.pidfd_open(pid)
        except OSError as problem:
            raise ProtocolError("a process that was born dead") from problem
        task = read_task(pid)
        if task is not None and task.parent_pid not in (0, os.getpid()):
            os.close(pidfd)
            raise ProtocolError("a process that is not ours")
        announce, self.go[thread] = fds
        poll = select.poll()
        for fd in (announce, pidfd):
            poll.register(fd, select.POLLIN)
        self.members[number] = Member(pid, pidfd, announce, poll, [thread])

    def _park(self, thread: int, body: bytes, fds: list[int]) -> bool:
        if not fds or len(body) != 2 * len(fds):
            return False
        poll = select.poll()
        for fd, mask in zip(fds, struct.unpack(f"<{len(fds)}H", body), strict=True):
            poll.register(fd, mask & _EVENTS)
        self.parked[thread] = (poll, fds)
        return True

    def await_birth(self, world: World, number: int, main_pid: int) -> None:
        """See to it that the child of a fork has said hello. Raises ProtocolError."""
        if number not in self.members:
            select.select([self._mail], [], [], _BIRTH_SECONDS)
            self.collect(world, main_pid)
        if number not in self.members:
            raise ProtocolError("a child that did not come to life")

    # -- waiting ------------------------------------------------------------------------------

    def is_ready(self, thread: int) -> bool:
        """Is one of the descriptors that `thread` is parked on ready?"""
        parked = self.parked.get(thread)
        return parked is not None and bool(parked[0].poll(0))

    def unpark(self, thread: int) -> None:
        """It goes on, so its duplicates are given up."""
        parked = self.parked.pop(thread, None)
        if parked is not None:
            for fd in parked[1]:
                os.close(fd)

    def has_parked(self, thread: int) -> bool:
        """Has it sent what it wants to wait for?"""
        return thread in self.parked

    # -- ends ---------------------------------------------------------------------------------

    def kill(self, number: int, signal_number: int) -> int:
        """Send a signal to a process; see `Outside.kill`."""
        pid = self.members[number].pid if number else 0
        if not pid:
            return self.kill_main(signal_number)
        answer = effect_of(pid, signal_number)
        if answer:
            return answer
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal_number)
        return self.see_off(number)

    def see_off(self, number: int) -> int:
        """Wait until a process is gone; its wait status. Raises ProtocolError when it stays."""
        member = self.members[number]
        if not select.select([member.pidfd], [], [], _DEATH_SECONDS)[0]:
            raise ProtocolError("a process said that it ends, and did not")
        return self._reap(number)

    def _reap(self, number: int) -> int:
        member = self.members.pop(number)
        status = 0
        with contextlib.suppress(ChildProcessError):
            _, status = os.waitpid(member.pid, 0)
        os.close(member.pidfd)
        os.close(member.announce)
        for thread in member.threads:
            self.unpark(thread)
            os.close(self.go.pop(thread))
        return status

    def end_all(self) -> int:
        """The schedule is over: nobody is left. Returns how many there were."""
        many = len(self.members)
        for number in list(self.members):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.members[number].pid, signal.SIGKILL)
            self._reap(number)
        for thread in list(self.parked):
            self.unpark(thread)
        while (letter := self._next_letter()) is not None:  # that nobody has read
            for fd in letter[1]:
                os.close(fd)
        return many

    def close(self) -> None:
        """The zygote is gone."""
        self.end_all()
        self._mail.close()


def effect_of(pid: int, number: int) -> int:
    """0 if the signal would end that process, else CAUGHT or IGNORED."""
    if number in (signal.SIGKILL,):
        return 0
    if number in (signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
        return CAUGHT  # a process that stands still is not modelled
    text = read_text(f"/proc/{pid}/status") or ""
    masks = {key: value for key, _, value in (line.partition(":") for line in text.splitlines())}
    bit = 1 << (number - 1)
    if int(masks.get("SigCgt", "0"), 16) & bit:
        return CAUGHT
    by_default = number in (signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH)
    return IGNORED if by_default or int(masks.get("SigIgn", "0"), 16) & bit else 0
