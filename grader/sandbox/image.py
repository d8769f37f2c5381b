"""The image: found by the hash of the runtime it holds, or built, in one of three ways.

All three end in the same Dockerfile; they differ in the base: an official image, the Python of
this machine, or a Debian suite. Only the first asks a registry.
"""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import docker
from docker.errors import APIError, ImageNotFound

from grader.sandbox.channel import SandboxError
from grader.sandbox.contents import Runtime, build_context
from grader.sandbox.docker import connect, daemon_errors
from grader.sandbox.image_debian import find_pythons, held_packages, import_debian
from grader.sandbox.image_host import HostPython, import_host

REPOSITORY = "grader-sandbox"
BASE_REPOSITORY = "grader-sandbox-base"
RUNTIME_LABEL, PYTHON_LABEL = "grader.runtime", "grader.python"
KEPT_IMAGES = 3  # per Python: another checkout may be at work with another runtime
THIS_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
TESTED_PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")


@dataclass(frozen=True)
class Image:
    """An image in the daemon. `is_current`: it holds exactly this version of the runtime."""

    name: str
    python: str  # "3.11"
    runtime_hash: str
    architecture: str  # as the daemon calls it: "amd64", "arm64"
    is_current: bool


def stable_name(python: str = THIS_PYTHON) -> str:
    """The tag that always means the image built last for this Python."""
    return f"{REPOSITORY}:py{python}"


def find_image(python: str = THIS_PYTHON, api: docker.APIClient | None = None) -> Image | None:
    """The image for `python` that holds this runtime, else the one built last, else None."""
    api = api or connect()
    current = Runtime.read().hash
    for name in (f"{stable_name(python)}-{current}", stable_name(python)):
        with daemon_errors("looking for the image"):
            try:
                found = api.inspect_image(name)  # type: ignore[no-untyped-call]
            except ImageNotFound:
                continue
        labels = found["Config"].get("Labels") or {}
        held = labels.get(RUNTIME_LABEL, "")
        return Image(
            name=name,
            python=labels.get(PYTHON_LABEL, ""),
            runtime_hash=held,
            architecture=found["Architecture"],
            is_current=held == current,
        )
    return None


def build_from_dockerfile(
    python: str = THIS_PYTHON,
    *,
    base: str | None = None,
    interpreter: str = "python3",
    api: docker.APIClient | None = None,
) -> Image:
    """Build from the official image of `python`, or from `base` if that is here already.

    Raises SandboxError with the end of the builder's output.
    """
    api = api or connect()
    runtime = Runtime.read()
    name = f"{stable_name(python)}-{runtime.hash}"
    arguments = {"PYTHON": python, "INTERPRETER": interpreter}
    if base is not None:
        arguments["BASE"] = base
    output = []
    with daemon_errors("building the image"):
        steps = api.build(
            fileobj=io.BytesIO(build_context(runtime)),
            custom_context=True,
            tag=name,
            buildargs=arguments,
            labels=_labels(python, runtime),
            network_mode="none",
            rm=True,
            forcerm=True,
            decode=True,
        )
        for step in steps:
            output.append(step.get("error") or step.get("stream", ""))
            if "error" in step:
                raise SandboxError("building the image failed:\n" + "".join(output[-30:]))
    return _publish(api, name, python)


def build_from_host(executable: str = sys.executable, api: docker.APIClient | None = None) -> Image:
    """Build from a Python of this machine (Linux); takes some seconds and no network."""
    api = api or connect()
    host = HostPython.ask(executable)
    runtime = Runtime.read()
    name = f"{stable_name(host.minor)}-{runtime.hash}"
    with daemon_errors("importing this machine's Python"):
        import_host(api, host, runtime, name, _labels(host.minor, runtime))
    return _publish(api, name, host.minor)


def build_from_debian(
    suite: str, pythons: Sequence[str] = (), api: docker.APIClient | None = None
) -> list[Image]:
    """Build one image for each of `pythons` ("3.14"), or for each that Debian's `suite` has.

    One to three minutes; a base that was made before is used again, and grows when it lacks one.
    Raises SandboxError when the suite does not have one of `pythons`.
    """
    api = api or connect()
    base = f"{BASE_REPOSITORY}:{suite}"
    with daemon_errors(f"importing Debian {suite}"):
        held = held_packages(api, base)
        if not pythons or not {f"python{python}" for python in pythons} <= set(held):
            pythons = _offered(suite, pythons)
            wanted = [f"python{python}" for python in pythons]
            if not set(wanted) <= set(held):
                import_debian(api, suite, sorted({*held, *wanted}), base)
    return [
        build_from_dockerfile(python, base=base, interpreter=f"python{python}", api=api)
        for python in pythons
    ]


def _offered(suite: str, pythons: Sequence[str]) -> Sequence[str]:
    """`pythons`, or all tested ones where none is named, of those that `suite` has."""
    there = find_pythons(suite, tuple(dict.fromkeys([*TESTED_PYTHONS, *pythons])))
    lacking = [python for python in pythons if python not in there]
    if lacking or not there:
        raise SandboxError(
            f"Debian {suite} has no Python {' and no '.join(lacking or TESTED_PYTHONS)}; it has "
            + (", ".join(there) or "none of the tested ones")
        )
    return pythons or there


def find_current_images(api: docker.APIClient | None = None) -> list[str]:
    """The Pythons ("3.14") whose images hold this version of the runtime."""
    api = api or connect()
    label = f"{RUNTIME_LABEL}={Runtime.read().hash}"
    with daemon_errors("looking for images"):
        found = api.images(filters={"label": [label]})
    pythons = {str((image.get("Labels") or {}).get(PYTHON_LABEL, "")) for image in found}
    return sorted(pythons - {""}, key=lambda python: [int(part) for part in python.split(".")])


def _labels(python: str, runtime: Runtime) -> dict[str, str]:
    return {RUNTIME_LABEL: runtime.hash, PYTHON_LABEL: python}


def _publish(api: docker.APIClient, name: str, python: str) -> Image:
    """Give a new image its stable tag too, and remove the oldest images for the same Python."""
    with daemon_errors("tagging the image"):
        api.tag(name, REPOSITORY, f"py{python}", force=True)
        siblings = api.images(filters={"label": [RUNTIME_LABEL, f"{PYTHON_LABEL}={python}"]})
        for old in sorted(siblings, key=lambda image: image["Created"], reverse=True)[KEPT_IMAGES:]:
            # A build from the cache is new with an old date; and with two tags one is in use.
            tags = old.get("RepoTags") or []
            if name not in tags and len(tags) < 2:
                with contextlib.suppress(APIError):  # a container of another run still uses it
                    api.remove_image(old["Id"], force=True)
    image = find_image(python, api)
    if image is None:
        raise SandboxError("the image was built but cannot be found")
    return image
