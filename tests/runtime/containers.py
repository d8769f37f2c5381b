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

from grader.sandbox.docker import connect
from grader.sandbox.image import find_image
from grader.sandbox.leftovers import owner_labels
from tests.runtime.sessions import ENVIRONMENT, ROOT

_SCRIPT = """#!/bin/sh
exec {docker} exec -i -w "$PWD" {names} {container} python3 "$@"
"""


@contextlib.contextmanager
def contained_python(version: str, api: docker.APIClient | None = None) -> Iterator[str]:
    """A program that is started like the Python of that version, and runs in its image."""
    api = api or connect()
    image = find_image(version, api)
    if image is None:
        raise LookupError(f"no image for {version}: grader image build --from-debian")
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
