"""Which sandbox a run uses, and the sentence that says so."""

from __future__ import annotations

import shutil
import sys

from grader.model.base import Text, text
from grader.model.problem import BadInput
from grader.sandbox.channel import Sandbox, SandboxError
from grader.sandbox.local import LocalSandbox

LOCAL = text(
    "使用本地沙箱：程序直接在这台机器上运行，不做隔离（适合自己检查自己的作业）。",
    "Local sandbox: the program runs on this machine and is not isolated (fine for your own work).",
)
DOCKER = text(
    "使用 Docker 沙箱：程序在没有网络的容器里运行。",
    "Docker sandbox: the program runs in a container without a network.",
)


THIS_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"


def choose_sandbox(wanted: str, slots: int, python: str | None = None) -> tuple[Sandbox, Text]:
    """Return the sandbox and what to tell the user.

    `python` ("3.14") is the Python that runs the programs; None means the grader's own. Raises
    BadInput where `docker`, or that Python, is wanted and cannot be had.
    """
    if wanted == "local":
        return _local(python), LOCAL
    try:
        return _docker(slots, python or THIS_PYTHON), DOCKER
    except (SandboxError, ImportError) as problem:
        if wanted == "docker":
            raise BadInput(text(
                f"不能使用 Docker 沙箱：{problem}。运行 grader doctor 查看缺什么。",
                f"The Docker sandbox cannot be used: {problem}. `grader doctor` says what is missing.",
            )) from problem
        return _local(python), LOCAL


def _local(python: str | None) -> Sandbox:
    """Programs run under the grader's own Python unless another one of this machine is wanted."""
    if python is None or python == THIS_PYTHON:
        return LocalSandbox()
    found = shutil.which(f"python{python}")
    if found is None:
        raise BadInput(text(
            f"这台机器上没有 Python {python}（PATH 中找不到 python{python}）。",
            f"There is no Python {python} on this machine (no python{python} on the PATH).",
        ))
    return LocalSandbox(python=found)


def _docker(slots: int, python: str) -> Sandbox:
    from grader.sandbox.docker import DockerSandbox
    from grader.sandbox.image import find_current_images, find_image

    image = find_image(python)
    if image is not None and image.is_current:
        return DockerSandbox(image.name)
    others = find_current_images()
    instead = f"; there are images of {', '.join(others)} (--python)" if others else ""
    state = f"there is no sandbox image for Python {python}"
    if image is not None:
        state = f"the sandbox image for Python {python} is of another version"
    raise SandboxError(f"{state} (grader image build){instead}")
