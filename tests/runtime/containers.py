"""Pythons that this machine has only in images, as interpreters that the tests can start.

`python -m tests.runtime.containers 3.14 3.15 -- pytest tests/runtime/guest` runs any tests with
them. Each is one container that lives as long as the tests, and a script that starts its Python
in the caller's folder. These tests run our own programs only, so the folders are simply mounted;
what students wrote goes through `grader.sandbox` alone.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docker
import pytest

from grader.sandbox.channel import SandboxError
from grader.sandbox.docker import connect
from grader.sandbox.image import Image, build_from_debian, build_from_dockerfile, find_image
from grader.sandbox.leftovers import owner_labels
from tests.runtime.sessions import ENVIRONMENT, ROOT

SUITE = "forky"
"""the Debian release whose packages the newer Pythons are taken from"""
_SCRIPT = """#!/bin/sh
exec {docker} exec -i -w "$PWD" {names} {container} python3 "$@"
"""


def ready_image(version: str, api: docker.APIClient) -> Image:
    """An image of that Python with this runtime: found, or built (one to three minutes at first).

    Skips the test where this machine can neither make nor fetch one.
    """
    found = find_image(version, api)
    if found is not None and found.is_current:
        return found
    why = []
    for build in (lambda: build_from_debian(SUITE, [version], api)[0],
                  lambda: build_from_dockerfile(version, api=api)):  # fmt: skip
        try:
            return build()
        except SandboxError as problem:
            why.append(str(problem))
    pytest.skip(f"Python {version} needs root and debootstrap, or a registry: {'; '.join(why)}")


def reached_daemon() -> docker.APIClient:
    """A client of the Docker daemon; without one the test is skipped."""
    try:
        return connect()
    except SandboxError as problem:
        pytest.skip(str(problem))


@contextlib.contextmanager
def contained_python(version: str, api: docker.APIClient | None = None) -> Iterator[str]:
    """A program that is started like the Python of that version, and runs in its image."""
    api = api or connect()
    image = ready_image(version, api)
    shared = tempfile.gettempdir()
    container = api.create_container(
        image.name, ["sleep", "infinity"], labels=owner_labels(), user="0:0",
        host_config=api.create_host_config(
            network_mode="none", init=True,
            binds={shared: {"bind": shared, "mode": "rw"}, str(ROOT): {"bind": str(ROOT), "mode": "ro"}},
        ),
    )["Id"]
    try:
        api.start(container)
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder, f"python{version}")
            command = [shutil.which("docker") or "docker"]
            if "DOCKER_HOST" in os.environ:
                command += ["--host", os.environ["DOCKER_HOST"]]
            names = " ".join(f"-e {name}" for name in [*ENVIRONMENT, "HOME"] if name != "PATH")
            script.write_text(
                _SCRIPT.format(docker=shlex.join(command), names=names, container=container)
            )
            script.chmod(0o755)
            yield str(script)
    finally:
        api.remove_container(container, v=True, force=True)


def main() -> int:
    """Run a command with the named versions in GRADER_PYTHONS."""
    cut = sys.argv.index("--")
    versions, command = sys.argv[1:cut], sys.argv[cut + 1 :]
    with contextlib.ExitStack() as stack:
        pythons = [stack.enter_context(contained_python(version)) for version in versions]
        environment = os.environ | {"GRADER_PYTHONS": os.pathsep.join(pythons)}
        return subprocess.run(command, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
