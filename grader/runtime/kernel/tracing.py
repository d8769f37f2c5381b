"""Tracing: what the tracer process does with each stop that the kernel reports."""

from __future__ import annotations

import os

from grader.runtime.kernel import ptrace
from grader.runtime.kernel.birth_log import BirthLog
from grader.runtime.kernel.proc import read_text
from grader.runtime.kernel.ptrace import Ptrace

# Not TRACEEXIT: an end is reported anyway once it is complete, and the event a moment before
# would cost a third stop per thread (a quarter of all) for a record that is no more exact.
OPTIONS = ptrace.OPTION_EXITKILL | sum(
    1 << event
    for event in (
        ptrace.EVENT_FORK,
        ptrace.EVENT_VFORK,
        ptrace.EVENT_CLONE,
        ptrace.EVENT_EXEC,
    )
)
_BIRTHS = (ptrace.EVENT_CLONE, ptrace.EVENT_FORK, ptrace.EVENT_VFORK)
_STOPPING = (19, 20, 21, 22)  # SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU; names exist on Unix only


class TraceLoop:
    """Answers every stop of the traced tasks, and writes births, execs and ends to the log."""

    def __init__(self, root_pid: int, calls: Ptrace, log: BirthLog) -> None:
        self._root_pid = root_pid
        self._ptrace = calls
        self._log = log
        self._pid_of = {root_pid: root_pid}  # task -> its process, for all that are alive
        self._early: dict[int, int] = {}  # task seen before its parent's event -> parent process

    def run(self) -> None:
        """Go on until no traced task and no child is left."""
        while True:
            try:
                tid, status = os.waitpid(-1, ptrace.WAIT_ALL_KINDS)
            except ChildProcessError:
                return
            if os.WIFSTOPPED(status):
                self._answer_stop(tid, os.WSTOPSIG(status), status >> 16)
            else:
                self._note_end(tid, status)

    def _answer_stop(self, tid: int, signal_number: int, event: int) -> None:
        """Record first, resume after: the log's readers rely on the order."""
        if event in _BIRTHS:
            self._note_birth(tid, self._ptrace.event_message(tid))
            self._ptrace.resume(tid)
        elif event == ptrace.EVENT_EXEC:
            self._note_exec(tid, self._ptrace.event_message(tid))
            self._ptrace.resume(tid)
        elif event == ptrace.EVENT_STOP:
            if tid not in self._pid_of:
                self._note_early_birth(tid)
            if signal_number in _STOPPING:
                self._ptrace.leave_stopped(tid)
            else:
                self._ptrace.resume(tid)
        else:  # a signal on its way to the program: hand it over unchanged
            self._ptrace.resume(tid, signal_number)

    def _note_birth(self, parent_tid: int, tid: int) -> None:
        if tid == 0 or self._early.pop(tid, None) is not None:
            return  # the parent was killed in this moment, or the child was faster
        parent_pid = self._pid_of.get(parent_tid, parent_tid)
        # The event's kind depends on a flag the caller chooses, so ask where the task really is.
        is_thread = os.path.exists(f"/proc/{parent_pid}/task/{tid}")
        self._add(tid, parent_pid if is_thread else tid, (parent_tid, parent_pid))

    def _note_early_birth(self, tid: int) -> None:
        # A new task can stop before its parent reports it (another core), and if the parent is
        # killed, it never will: holding the task until then could hold it for ever. So take what
        # /proc says: the processes are known, only the parent's thread is not.
        status = read_text(f"/proc/{tid}/status") or ""
        facts = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        pid, parent_pid = int(facts.get("Tgid", tid)), int(facts.get("PPid", 0))
        if pid != tid:
            parent_pid = pid
        self._early[tid] = parent_pid
        self._add(tid, pid, (0, parent_pid))

    def _add(self, tid: int, pid: int, parent: tuple[int, int]) -> None:
        self._pid_of[tid] = pid
        self._log.write("process" if tid == pid else "thread", tid, pid, parent=parent)

    def _note_exec(self, pid: int, former_tid: int) -> None:
        """An exec ends all other threads, and the one that called it takes the process's id."""
        if former_tid != pid:
            self._pid_of.pop(former_tid, None)  # the others' ends are reported one by one
        comm = (read_text(f"/proc/{pid}/comm") or "").rstrip("\n")
        self._log.write("exec", pid, pid, status=former_tid, comm=comm)

    def _note_end(self, tid: int, status: int) -> None:
        pid = self._pid_of.pop(tid, tid)
        self._log.write("exit", tid, pid, status=status)
        if tid == pid:
            self._early = {child: of for child, of in self._early.items() if of != pid}
        if tid == self._root_pid:
            self._log.set_status(status)
