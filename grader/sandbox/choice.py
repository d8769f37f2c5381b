"""Which sandbox a run uses, and the sentence that says so."""

from __future__ import annotations

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


def choose_sandbox(wanted: str, slots: int) -> tuple[Sandbox, Text]:
    """Return the sandbox and what to tell the user. Raises BadInput where `docker` is wanted and
    cannot be had."""
    if wanted == "local":
        return LocalSandbox(), LOCAL
    try:
        return _docker(slots), DOCKER
    except (SandboxError, ImportError) as problem:
        if wanted == "docker":
            raise BadInput(text(
                f"不能使用 Docker 沙箱：{problem}。运行 grader doctor 查看缺什么。",
                f"The Docker sandbox cannot be used: {problem}. `grader doctor` says what is missing.",
            )) from problem
        return LocalSandbox(), LOCAL


def _docker(slots: int) -> Sandbox:
    from grader.sandbox.docker import DockerSandbox
    from grader.sandbox.image import find_image

    image = find_image()
    if image is None:
        raise SandboxError("there is no sandbox image (grader image build)")
    if not image.is_current:
        raise SandboxError("the sandbox image is of another version (grader image build)")
    return DockerSandbox(image.name)
