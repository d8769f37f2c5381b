"""Nothing is left behind: containers end with their owner, and old ones are swept."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import docker
import psutil
import pytest

from grader.sandbox.channel import SandboxError
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.docker_channel import DockerChannel
from grader.sandbox.image import Image
from grader.sandbox.leftovers import LABEL, owner_is_dead, owner_labels, sweep
from tests.sandbox.conftest import ECHO, SMALL

Opener = Callable[..., DockerChannel]

OWNER = """
import sys
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.limits import Limits
sandbox = DockerSandbox(sys.argv[1], command=["python3", "-I", "-c", sys.argv[2]])
channel = sandbox.open(Limits(), None)
channel.send(b"x")
channel.receive(1, 20)
print(channel.container_id, flush=True)
sys.stdin.read()
"""


def mine(api: docker.APIClient, pid: int) -> list[str]:
    """The ids of containers that process `pid` owns."""
    label = [LABEL, f"grader.pid={pid}"]
    return [found["Id"] for found in api.containers(all=True, filters={"label": label})]


@pytest.fixture
def dead_pid() -> int:
    """The id of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-I", "-c", ""])
    child.wait()
    return child.pid


@pytest.fixture
def owner(image: Image) -> Iterator[subprocess.Popen[str]]:
    """Another grader, with one open channel to a container that echoes."""
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, image.name, ECHO],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


@pytest.mark.docker
@pytest.mark.slow
def test_a_container_ends_when_its_owner_is_killed(
    owner: subprocess.Popen[str], api: docker.APIClient
) -> None:
    """After SIGKILL of the grader the container stops by itself, and the next sweep, ours or that of
    a grader beside, removes it."""
    assert owner.stdout is not None
    container_id = owner.stdout.readline().strip()
    assert api.inspect_container(container_id)["State"]["Running"]
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    with contextlib.suppress(docker.errors.NotFound):  # swept already
        api.wait(container_id, timeout=60)
    deadline = time.monotonic() + 60
    while mine(api, owner.pid):
        assert time.monotonic() < deadline
        sweep(api)


@pytest.mark.docker
def test_a_sweep_leaves_the_living_alone(run_in_docker: Opener, api: docker.APIClient) -> None:
    """Our own open container is not removed by our, or another's, sweep."""
    channel = run_in_docker(ECHO)
    assert channel.container_id not in sweep(api)
    channel.send(b"x")
    assert channel.receive(1, 20) == b"x"


@pytest.mark.docker
def test_nothing_is_left_after_closing(run_in_docker: Opener, api: docker.APIClient) -> None:
    """Closing a channel removes its container."""
    channel = run_in_docker(ECHO)
    assert channel.container_id in mine(api, os.getpid())
    channel.close()
    assert channel.container_id not in mine(api, os.getpid())


@pytest.mark.docker
@pytest.mark.slow
def test_many_in_a_row_leave_no_descriptor(run_in_docker: Opener) -> None:
    """Opening and closing does not use up descriptors or threads of the host."""
    process = psutil.Process()
    for _ in range(2):
        run_in_docker(ECHO).close()
    gc.collect()  # what other tests have left must not be closed in between
    before = process.num_fds(), process.num_threads()
    for _ in range(4):
        run_in_docker(ECHO).close()
    fds, threads = process.num_fds(), process.num_threads()
    assert fds <= before[0] and threads <= before[1]


@pytest.mark.docker
def test_a_start_that_fails_leaves_nothing(api: docker.APIClient, image: Image) -> None:
    """When the command does not exist, the container is removed and the error names the start."""
    sandbox = DockerSandbox(image.name, command=["no-such-program"], api=api)
    before = mine(api, os.getpid())
    with pytest.raises(SandboxError, match="starting a container"):
        sandbox.open(SMALL, 99_999)
    assert mine(api, os.getpid()) == before


@pytest.mark.docker
def test_an_unknown_image_is_a_sandbox_error(api: docker.APIClient) -> None:
    """A missing image is the sandbox's fault, never the student's."""
    with pytest.raises(SandboxError, match="grader-no-such-image"):
        DockerSandbox("grader-no-such-image:0", api=api).open(SMALL, None)


@pytest.mark.docker
@pytest.mark.slow
def test_a_pool_hides_the_start(api: docker.APIClient, image: Image) -> None:
    """A channel from the pool is there at once, is used once, and the rest end with the pool."""
    command = ["python3", "-I", "-c", ECHO]
    sandbox = DockerSandbox(image.name, command=command, spare=2, api=api)
    ids = set()
    for _ in range(4):
        channel = sandbox.open(SMALL, None)
        channel.send(b"x")
        assert channel.receive(1, 20) == b"x"
        ids.add(channel.container_id)
        channel.close()
    deadline = time.monotonic() + 60
    while len(started := mine(api, os.getpid())) < 2:  # the pool fills up in the background
        assert time.monotonic() < deadline
    channel = sandbox.open(SMALL, None)
    assert channel.container_id in started
    channel.close()
    assert len(ids) == 4
    sandbox.close()
    assert mine(api, os.getpid()) == []


def test_our_own_labels_mean_a_living_owner() -> None:
    """The labels of this process are those of an owner that lives."""
    assert not owner_is_dead(owner_labels(), is_running=True)


def test_a_dead_owner_is_known(dead_pid: int) -> None:
    """An owner whose process is gone is dead, whatever the container's state."""
    labels = owner_labels() | {"grader.pid": str(dead_pid)}
    assert owner_is_dead(labels, is_running=True)


def test_a_process_younger_than_the_container_is_not_its_owner() -> None:
    """Process ids are used again: the present holder may have come later."""
    labels = owner_labels() | {"grader.created": f"{time.time() - 10**8:.0f}"}
    assert owner_is_dead(labels, is_running=True)


def test_another_host_is_left_alone() -> None:
    """Containers of another machine are only removed once they have long ended."""
    labels = owner_labels() | {"grader.host": socket.gethostname() + "-other"}
    old = labels | {"grader.created": f"{time.time() - 7200:.0f}"}
    assert not owner_is_dead(labels, is_running=False)
    assert not owner_is_dead(old, is_running=True)
    assert owner_is_dead(old, is_running=False)


def test_labels_that_make_no_sense_have_no_owner() -> None:
    """A container with our label and a broken owner is nobody's."""
    assert owner_is_dead({LABEL: "1", "grader.pid": "x"}, is_running=True)
