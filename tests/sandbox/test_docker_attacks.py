"""What a hostile program tries in the container, as the student's uid below a small supervisor.

Each attack runs in a fork of the supervisor that gave up its uid; the supervisor reports how it
ended. No seccomp filter of ours here: what is tested is the container alone.
"""

from __future__ import annotations

import json
import textwrap
import time
from collections.abc import Callable
from typing import Any

import docker
import pytest

from grader.runtime.kernel.limits import compare
from grader.sandbox.channel import ChannelClosed
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.docker_channel import DockerChannel
from grader.sandbox.limits import MIB
from tests.sandbox.conftest import SMALL, read_line

pytestmark = [pytest.mark.docker, pytest.mark.slow]

Opener = Callable[..., DockerChannel]

SUPERVISOR = """
import errno, json, os, signal, socket, sys, time
def attempt(function, *arguments):
    try:
        function(*arguments)
        return "allowed"
    except OSError as error:
        return errno.errorcode.get(error.errno, str(error))
    except BaseException as error:
        return type(error).__name__
def say(facts):
    os.write(1, json.dumps(facts).encode() + b"\\n")
pid = os.fork()
if pid == 0:
    os.nice(10)
    open("/proc/self/oom_score_adj", "w").write("1000")
    os.setgroups([])
    os.setresgid(20001, 20001, 20001)
    os.setresuid(20001, 20001, 20001)
    try:
        attack()
    finally:
        os._exit(0)
while True:
    ended, status = os.waitpid(-1, 0)
    if ended == pid:
        break
say({"status": status})
os.read(0, 1)
attempt(os.kill, -1, signal.SIGKILL)  # all but ourselves and init
"""


def program(attack: str) -> str:
    """A supervisor whose child runs `attack`."""
    return "def attack():\n" + textwrap.indent(textwrap.dedent(attack), "    ") + SUPERVISOR


def facts_of(channel: DockerChannel, timeout_seconds: float = 30.0) -> Any:
    """The next line of facts."""
    return json.loads(read_line(channel, timeout_seconds))


def test_a_fork_bomb_ends_at_the_limit(run_in_docker: Opener) -> None:
    """Forks stop at the limit on processes, and all of them are gone after the close."""
    attack = """
        children = 0
        while True:
            try:
                if os.fork() == 0:
                    time.sleep(60)
                children += 1
            except OSError as error:
                say({"children": children, "error": errno.errorcode[error.errno]})
                return
    """
    channel = run_in_docker(program(attack))
    facts = facts_of(channel)
    assert facts["error"] == "EAGAIN"
    assert isinstance(facts["children"], int)
    assert SMALL.pids - 5 < facts["children"] < SMALL.pids
    facts_of(channel)
    channel.close()


def test_a_wild_fork_bomb_does_not_stop_the_close(run_in_docker: Opener) -> None:
    """Processes that fork for ever are ended from outside within seconds."""
    attack = """
        say({"up": True})
        while True:
            try: os.fork()
            except OSError: pass
    """
    channel = run_in_docker(program(attack))
    facts_of(channel)
    began = time.monotonic()
    channel.close()
    assert time.monotonic() - began < 60


def test_a_memory_bomb_hits_the_student_only(run_in_docker: Opener) -> None:
    """The kernel kills the student's process; the supervisor lives and says so."""
    channel = run_in_docker(program("blocks = []\nwhile True: blocks.append(bytearray(1 << 20))"))
    assert facts_of(channel) == {"status": 9}
    channel.send(b"x")
    ending = channel.close()
    assert (ending.exit_code, ending.oom_kills, ending.killed) == (0, 1, False)


def test_an_oom_without_children_is_reported(run_in_docker: Opener) -> None:
    """When the kernel kills the supervisor itself, the ending says out of memory."""
    channel = run_in_docker("blocks = []\nwhile True: blocks.append(bytearray(1 << 20))")
    with pytest.raises(ChannelClosed):
        channel.receive(1, 30)
    ending = channel.close()
    assert (ending.exit_code, ending.oom_kills) == (137, 1)


def test_writing_is_possible_in_few_places_and_bounded(run_in_docker: Opener) -> None:
    """Only /tmp and /dev/shm can be written, and both end at their size."""
    attack = """
        def fill(folder):
            with open(folder + "/big", "wb", buffering=0) as file:
                while file.write(b"x" * 65536): pass
        places = ["/", "/etc", "/usr", "/opt/grader", "/opt/grader/grader", "/root", "/dev",
                  "/proc/sys/kernel", "/sys/fs/cgroup", "/var"]
        say({p: attempt(open, p + "/x", "w") for p in places})
        say([attempt(fill, "/tmp"), os.stat("/tmp/big").st_size, attempt(fill, "/dev/shm")])
        os.unlink("/tmp/big")
        with open("/tmp/program", "w") as file: file.write("#!/bin/sh")
        os.chmod("/tmp/program", 0o755)
        say(attempt(os.execv, "/tmp/program", ["program"]))
    """
    channel = run_in_docker(program(attack))
    answers = facts_of(channel)
    assert set(answers.values()) <= {"EROFS", "EACCES", "ENOENT", "EPERM"}
    assert facts_of(channel) == ["ENOSPC", SMALL.tmp_bytes, "ENOSPC"]
    assert json.loads(read_line(channel)) == "EACCES"


def test_the_supervisor_cannot_be_touched(run_in_docker: Opener) -> None:
    """Signals, descriptors, memory and identity of the supervisor are out of reach."""
    attack = """
        boss = os.getppid()
        say({
            "kill": attempt(os.kill, boss, 9),
            "stop": attempt(os.kill, boss, signal.SIGSTOP),
            "all": attempt(os.kill, -1, 0),
            "stdin": attempt(open, f"/proc/{boss}/fd/0", "rb"),
            "stdout": attempt(open, f"/proc/{boss}/fd/1", "wb"),
            "memory": attempt(open, f"/proc/{boss}/mem", "r+b"),
            "environment": attempt(open, f"/proc/{boss}/environ"),
            "become root": attempt(os.setuid, 0),
            "priority": attempt(os.setpriority, os.PRIO_PROCESS, boss, 19),
            "chroot": attempt(os.chroot, "/tmp"),
        })
    """
    answers = facts_of(run_in_docker(program(attack)))
    answers.pop("all")  # may signal itself: allowed or not, it reaches its own uid only
    assert set(answers.values()) <= {"EPERM", "EACCES"}


def test_there_is_no_network(run_in_docker: Opener) -> None:
    """Only loopback exists: no route out, no names, no raw sockets."""
    attack = """
        def connect(address):
            with socket.socket() as s:
                s.settimeout(2)
                s.connect((address, 80))
        say({
            "interfaces": [name for _, name in socket.if_nameindex()],
            "outside": attempt(connect, "192.0.2.1"),
            "loopback": attempt(connect, "127.0.0.1"),
            "name": attempt(socket.getaddrinfo, "example.org", 80),
            "raw": attempt(socket.socket, socket.AF_INET, socket.SOCK_RAW, 1),
        })
    """
    answers = facts_of(run_in_docker(program(attack)))
    assert answers.pop("interfaces") == ["lo"]
    assert answers.pop("name") != "allowed"
    assert answers == {"outside": "ENETUNREACH", "loopback": "ECONNREFUSED", "raw": "EPERM"}


def test_a_daemon_does_not_outlive_the_close(run_in_docker: Opener, api: docker.APIClient) -> None:
    """A double fork with its own session, deaf to SIGTERM, ends with the container."""
    attack = """
        if os.fork() == 0:
            os.setsid()
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            if os.fork() == 0:
                say({"daemon": True})
                while True: time.sleep(1)
            os._exit(0)
        time.sleep(1)
    """
    channel = run_in_docker(program(attack))
    assert facts_of(channel) == {"daemon": True}
    (top,) = [api.top(channel.container_id)]
    assert len(top["Processes"]) >= 3
    channel.close()
    with pytest.raises(docker.errors.NotFound):
        api.inspect_container(channel.container_id)


def test_the_limits_seen_inside_are_those_promised(
    run_with_runtime: Opener, api: docker.APIClient
) -> None:
    """The runtime's own check, run in the container, finds no difference."""
    code = (
        "import json, sys; sys.path[:0] = ['/opt/grader'];"
        "from grader.runtime.kernel.limits import read_back;"
        "print(json.dumps(read_back()), flush=True); input()"
    )
    seen = facts_of(run_with_runtime(code))
    promised = DockerSandbox("any", api=api).promises(SMALL)
    assert compare(promised, seen) == []
    assert seen.keys() == promised.keys()


def test_the_filter_closes_what_the_engine_leaves_open(run_with_runtime: Opener) -> None:
    """With our filter on top, families and calls of this year's kernel holes are refused."""
    attack = """
        sys.path[:0] = ["/opt/grader"]
        from grader.runtime.kernel.seccomp import install_filter
        from grader.runtime.kernel.syscalls import number_of
        import ctypes, platform
        install_filter()
        families = {"NETLINK": 16, "PACKET": 17, "RXRPC": 33, "ALG": 38, "VSOCK": 40}
        answers = {n: attempt(socket.socket, f, socket.SOCK_DGRAM) for n, f in families.items()}
        libc = ctypes.CDLL(None, use_errno=True)
        for name in ("io_uring_setup", "splice", "ptrace", "unshare", "keyctl", "userfaultfd"):
            number = number_of(name, platform.machine())
            assert libc.syscall(number, 0, 0, 0, 0, 0, 0) == -1
            answers[name] = errno.errorcode[ctypes.get_errno()]
        say(answers)
    """
    answers = facts_of(run_with_runtime(program(attack)))
    assert answers.pop("VSOCK") == "EAFNOSUPPORT"
    families = {answers.pop(name) for name in ("NETLINK", "PACKET", "RXRPC", "ALG")}
    assert families == {"EAFNOSUPPORT"}
    assert set(answers.values()) == {"EPERM"}


def test_births_are_counted_without_a_capability(run_with_runtime: Opener) -> None:
    """The tracer works in the hardened container, and the student cannot kill it."""
    attack = """
        sys.path[:0] = ["/opt/grader"]
        import threading
        say(attempt(os.kill, os.getppid(), 9))
        threads = [threading.Thread(target=int) for _ in range(20)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """
    supervisor = """
import os, sys
sys.path[:0] = ["/opt/grader"]
from grader.runtime.kernel.tracer import Tracer
def main():
    os.setgroups([])
    os.setresgid(20001, 20001, 20001)
    os.setresuid(20001, 20001, 20001)
    attack()
    os._exit(3)
tracer = Tracer.start(main)
tracer.wait(20)
say([len(tracer.births()), os.waitstatus_to_exitcode(tracer.status())])
"""
    functions = program(attack).partition("pid = os.fork()")[0]
    channel = run_with_runtime(functions + supervisor)
    assert json.loads(read_line(channel)) == "EPERM"
    assert facts_of(channel) == [20, 3]


def test_cpu_time_is_bounded(run_in_docker: Opener) -> None:
    """Two busy processes together get no more than the one CPU of the limit."""
    attack = """
        end = time.monotonic() + 2
        other = os.fork()
        while time.monotonic() < end: pass
        say(time.process_time())
        if other: os.wait()
    """
    channel = run_in_docker(program(attack), SMALL.model_copy(update={"cpus": 0.5}))
    used = [json.loads(read_line(channel)) for _ in range(2)]
    assert sum(used) < 0.5 * 2 * 1.3


def test_an_unread_flood_of_the_student_is_bounded(run_in_docker: Opener) -> None:
    """Output that the host does not read blocks the writer and costs the host a bounded buffer."""
    limits = SMALL.model_copy(update={"output_bytes": MIB})
    channel = run_in_docker("import os\nwhile True: os.write(1, b'x' * 65536)", limits)
    channel.receive(10, 20)
    began = time.monotonic()
    channel.close()
    assert time.monotonic() - began < 60
