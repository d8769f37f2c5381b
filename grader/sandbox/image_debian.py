"""A base image made by debootstrap: newer Pythons than this machine has, without a registry."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
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


def held_packages(api: docker.APIClient, name: str) -> list[str]:
    """What the image `name` was made with; nothing when it is not here."""
    try:
        found = api.inspect_image(name)  # type: ignore[no-untyped-call]
    except ImageNotFound:
        return []
    label = (found["Config"].get("Labels") or {}).get(_PACKAGES_LABEL, "")
    return [package for package in label.split("+") if package]


@cache
def find_pythons(suite: str, candidates: Sequence[str]) -> list[str]:
    """Which of `candidates` ("3.14") `suite` has packages of; some seconds, nothing is installed.

    Raises SandboxError when there is no such suite.
    """
    include = ",".join(f"python{python}" for python in candidates)
    with tempfile.TemporaryDirectory() as folder:
        listing = _debootstrap(suite, folder, include, "--print-debs").split()
    # A package that is not there is listed all the same; but only one that is there depends on
    # others, and Debian has every Python depend on its own small half.
    return [python for python in candidates if f"python{python}-minimal" in listing]


def import_debian(api: docker.APIClient, suite: str, packages: Sequence[str], name: str) -> None:
    """Make the image `name` ("repository:tag") of a minimal `suite` with `packages`; needs root.

    Raises SandboxError with the end of the failing program's output.
    """
    repository, tag = name.split(":")
    with tempfile.TemporaryDirectory() as folder:
        root, archive = f"{folder}/root", f"{folder}/root.tar"
        _debootstrap(suite, root, ",".join(["ca-certificates", *packages]))
        left_out = [f"--exclude={pattern}" for pattern in _NOT_NEEDED]
        _run(["tar", "--numeric-owner", *left_out, "-C", root, "-cf", archive, "."])
        api.import_image_from_file(
            archive,
            repository=repository,
            tag=tag,
            changes=["ENV LANG=C.UTF-8", f"LABEL {_PACKAGES_LABEL}={'+'.join(packages)}"],
        )


def _debootstrap(suite: str, root: str, include: str, *options: str) -> str:
    # A debootstrap that is older than the suite has no script for it; sid's serves for all.
    script = _SCRIPTS / (suite if (_SCRIPTS / suite).exists() else "sid")
    return _run(
        ["debootstrap", *options, "--variant=minbase", f"--include={include}", suite, root,
         debian_mirror(), str(script)]
    )  # fmt: skip


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
    except FileNotFoundError as error:
        raise SandboxError(
            f"there is no {command[0]} here; an image of Debian's packages is made on Debian, "
            "as root, with the package debootstrap"
        ) from error
    except OSError as error:
        raise SandboxError(f"{command[0]}: {error}") from error
    if ended.returncode:
        end = (ended.stdout + ended.stderr)[-2000:]
        raise SandboxError(f"{command[0]} ended with {ended.returncode}:\n{end}")
    return ended.stdout
