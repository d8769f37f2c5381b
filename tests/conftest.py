"""What holds for the whole test run: a skip that this machine could have avoided is a failure.
Also what more than one folder of tests needs of Docker."""

from __future__ import annotations

import os

import docker
import pytest
from hypothesis import HealthCheck, settings

from grader.sandbox.channel import SandboxError
from grader.sandbox.docker import connect
from grader.sandbox.image import Image, build_from_host, find_image

settings.register_profile(
    "same everywhere", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same everywhere")  # examples are fixed, and a slow machine is no failure

_skipped: list[str] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who counts containers does so one after another."""
    for item in items:
        if item.get_closest_marker("docker"):
            item.add_marker(pytest.mark.xdist_group("docker"))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped, and why."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        _skipped.append(f"{report.nodeid}: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI only what needs a Docker daemon may be skipped, and only where none answers."""
    if not os.environ.get("CI"):
        return
    allowed = "docker" if os.environ.get("GRADER_NO_DOCKER") else None
    wrong = [line for line in _skipped if allowed is None or allowed not in line.lower()]
    if wrong:
        print("\nskipped, though this machine could have run it:")
        print("\n".join(wrong))
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def api() -> docker.APIClient:
    """A client of the daemon; without one the test is skipped."""
    try:
        return connect()
    except SandboxError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def runtime_image(api: docker.APIClient) -> Image:
    """An image with exactly this version of the runtime; built if there is none (5 s)."""
    found = find_image(api=api)
    return found if found is not None and found.is_current else build_from_host(api=api)
