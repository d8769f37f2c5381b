"""Fixtures: small programs that stand in for the supervisor, in Docker and as a subprocess."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

import docker
import pytest

from grader.sandbox.channel import Channel
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.docker_channel import DockerChannel
from grader.sandbox.image import Image, build_from_host, find_image
from grader.sandbox.limits import MIB, Limits
from grader.sandbox.local import LocalChannel, LocalSandbox

ECHO = """
import os
while data := os.read(0, 65536):
    while data:
        data = data[os.write(1, data):]
"""

SMALL = Limits(memory_bytes=128 * MIB, pids=64, tmp_bytes=8 * MIB, output_bytes=MIB)


@pytest.fixture(scope="session")
def image(api: docker.APIClient) -> Image:
    """Any sandbox image: these tests look at the container, not at the runtime in it."""
    return find_image(api=api) or build_from_host(api=api)


@contextlib.contextmanager
def opener_of(image: Image, api: docker.APIClient) -> Iterator[Callable[..., DockerChannel]]:
    """A function that opens containers; all are closed at the end."""
    channels = []

    def open_channel(program: str, limits: Limits = SMALL, cpu: int | None = None) -> DockerChannel:
        sandbox = DockerSandbox(image.name, command=["python3", "-I", "-c", program], api=api)
        channels.append(sandbox.open(limits, cpu))
        return channels[-1]

    yield open_channel
    for channel in channels:
        channel.close()


@pytest.fixture
def run_in_docker(api: docker.APIClient, image: Image) -> Iterator[Callable[..., DockerChannel]]:
    """Open a container that runs the given Python program in place of the supervisor."""
    with opener_of(image, api) as opener:
        yield opener


@pytest.fixture
def run_with_runtime(
    api: docker.APIClient, runtime_image: Image
) -> Iterator[Callable[..., DockerChannel]]:
    """The same, where the program imports our runtime."""
    with opener_of(runtime_image, api) as opener:
        yield opener


@pytest.fixture
def run_locally() -> Iterator[Callable[..., LocalChannel]]:
    """Start a subprocess that runs the given Python program in place of the supervisor."""
    channels = []

    def open_channel(program: str, limits: Limits = SMALL, cpu: int | None = None) -> LocalChannel:
        sandbox = LocalSandbox(command=[sys.executable, "-I", "-c", program])
        channels.append(sandbox.open(limits, cpu))
        return channels[-1]

    yield open_channel
    for channel in channels:
        channel.close()


@pytest.fixture(params=["local", pytest.param("docker", marks=pytest.mark.docker)])
def run_inside(request: pytest.FixtureRequest) -> Callable[..., Channel]:
    """Both ways in turn: what holds for one channel must hold for the other."""
    name = "run_in_docker" if request.param == "docker" else "run_locally"
    opener: Callable[..., Channel] = request.getfixturevalue(name)
    return opener


def read_line(channel: Channel, timeout_seconds: float = 20.0) -> str:
    """The next line that the program printed, without its end."""
    line = b""
    while not line.endswith(b"\n"):
        line += channel.receive(1, timeout_seconds)
    return line.decode().rstrip("\n")
