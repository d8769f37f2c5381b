"""A base image made by debootstrap: newer Pythons than this machine has, without a registry."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import docker
from docker.errors import ImageNotFound

from grader.sandbox.channel import SandboxError

_SCRIPTS = Path("/usr/share/debootstrap/scripts")
_PACKAGES_LABEL = "grader.packages"
_NOT_NEEDED = (
    "./var/cache/apt/*", "./var/lib/apt/lists/*", "./usr/share/doc/*", "./usr/share/man/*",
    "./usr/share/locale/*", "./dev/*", "./proc/*", "./sys/*",
)  # fmt: skip


def has_debian(api: docker.APIClient, packages: Sequence[str], name: str) -> bool:
    """Whether the image `name` is here and was made with all of `packages`."""
    try:
        found = api.inspect_image(name)  # type: ignore[no-untyped-call]
    except ImageNotFound:
        return False
    label = (found["Config"].get("Labels") or {}).get(_PACKAGES_LABEL, "")
    return set(packages) <= set(label.split("+"))


def import_debian(api: docker.APIClient, suite: str, packages: Sequence[str], name: str) -> None:
    """Make the image `name` ("repository:tag") of a minimal `suite` with `packages`; needs root.

    Raises SandboxError with the end of the failing program's output.
    """
    repository, tag = name.split(":")
    # A debootstrap that is older than the suite has no script for it; sid's serves for all.
    script = _SCRIPTS / (suite if (_SCRIPTS / suite).exists() else "sid")
    with tempfile.TemporaryDirectory() as folder:
        root, archive = f"{folder}/root", f"{folder}/root.tar"
        include = ",".join(["ca-certificates", *packages])
        _run(["debootstrap", "--variant=minbase", f"--include={include}", suite, root,
              debian_mirror(), str(script)])  # fmt: skip
        left_out = [f"--exclude={pattern}" for pattern in _NOT_NEEDED]
        _run(["tar", "--numeric-owner", *left_out, "-C", root, "-cf", archive, "."])
        api.import_image_from_file(
            archive,
            repository=repository,
            tag=tag,
            changes=["ENV LANG=C.UTF-8", f"LABEL {_PACKAGES_LABEL}={'+'.join(packages)}"],
        )


def debian_mirror() -> str:
    """The mirror that apt on this machine is set up with. Raises SandboxError without one."""
    listing = _run(["apt-get", "indextargets", "--format", "$(ORIGIN)|$(CODENAME)|$(REPO_URI)"])
    for line in listing.splitlines():
        origin, codename, mirror = line.split("|")
        if origin == "Debian" and "-" not in codename:  # not "-updates", not "-security"
            return mirror
    raise SandboxError("apt knows no Debian mirror (is `apt-get update` needed?)")


def _run(command: Sequence[str]) -> str:
    try:
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SandboxError(f"{command[0]}: {error}") from error
    if ended.returncode:
        end = (ended.stdout + ended.stderr)[-2000:]
        raise SandboxError(f"{command[0]} ended with {ended.returncode}:\n{end}")
    return ended.stdout
