"""Facts about Docker for `grader doctor`: the engine, the image, and what a container is inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import docker
from pydantic import BaseModel, ConfigDict, ValidationError

from grader.runtime.kernel.limits import compare
from grader.sandbox.advisories import open_advisories
from grader.sandbox.channel import SandboxError
from grader.sandbox.docker import DockerSandbox, connect, daemon_errors
from grader.sandbox.entry import IMAGE_ROOT
from grader.sandbox.fact import Fact, evidence_fact, make_fact
from grader.sandbox.image import Image, find_image
from grader.sandbox.limits import Limits

_SELFCHECK_SECONDS = 60.0
_MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}


class SelfCheck(BaseModel):
    """What `grader.runtime.kernel.selfcheck` prints inside the container."""

    model_config = ConfigDict(frozen=True)

    python: str
    machine: str
    kernel: str
    seen: Mapping[str, object]
    ptrace: bool
    student: Mapping[str, str] | None
    filtered_student: Mapping[str, str] | None


def docker_facts() -> list[Fact]:
    """Rows about the Docker sandbox; one row that says "missing" when no daemon answers."""
    try:
        api = connect()
        with daemon_errors("asking for its version"):
            version, info = api.version(), api.info()
    except SandboxError as error:
        return [
            make_fact(
                "docker",
                "missing",
                en=f"no Docker daemon answers: {error}",
                zh=f"Docker 守护进程无响应：{error}",
                how_en="install and start Docker (its own packages, 29.5.1 or newer); "
                "without it programs run locally, not isolated",
                how_zh="请安装并启动 Docker（建议使用官方软件包 29.5.1 或更新版本）；"
                "否则程序将在本机直接运行，没有隔离",
            )
        ]
    components = {item["Name"]: item for item in version.get("Components") or ()}
    engine, runc = version["Version"], components.get("runc") or {"Version": "?"}
    cgroup = info.get("CgroupVersion", "?")
    rows = [
        make_fact(
            "docker",
            "ok",
            en=f"Docker {engine}, API {version['ApiVersion']}, cgroup v{cgroup}",
            zh=f"Docker {engine}，API {version['ApiVersion']}，cgroup v{cgroup}",
        ),
        advisory_fact("engine", engine),
        advisory_fact("runc", runc["Version"], (runc.get("Details") or {}).get("GitCommit", "")),
    ]
    try:
        image = find_image(api=api)
        rows.append(image_fact(image, str(info.get("Architecture", ""))))
        if image is not None:
            rows += inside_facts(run_selfcheck(api, image), api)
    except SandboxError as error:
        rows.append(
            make_fact(
                "container",
                "missing",
                en=f"no container could be checked: {error}",
                zh=f"无法检查容器：{error}",
            )
        )
    return rows


def advisory_fact(component: Literal["engine", "runc"], version: str, build: str = "") -> Fact:
    """Whether the version is open to known holes."""
    known = open_advisories(component, version, build)
    name = {"engine": "Docker Engine", "runc": "runc"}[component]
    if not known:
        return make_fact(
            component,
            "ok",
            en=f"{name} {version}: no known hole of the list",
            zh=f"{name} {version}：不在已知漏洞列表中",
        )
    details_en = "; ".join(f"{one.name}: {one.en}" for one in known)
    details_zh = "；".join(f"{one.name}：{one.zh}" for one in known)
    return make_fact(
        component,
        "warn",
        en=f"{name} {version} is, by its version, open to {details_en}",
        zh=f"{name} {version} 按版本号判断存在漏洞：{details_zh}",
        how_en="use Docker's own packages, engine 29.5.1 or newer with runc 1.3.3 or newer",
        how_zh="请使用 Docker 官方软件包：engine 29.5.1 以上，runc 1.3.3 以上",
    )


def image_fact(image: Image | None, daemon_architecture: str) -> Fact:
    """Whether the image is there, holds this runtime, and is for this machine."""
    how = {"how_en": "grader image build", "how_zh": "grader image build"}
    if image is None:
        return make_fact("image", "missing", en="no sandbox image", zh="没有沙箱镜像", **how)
    if not image.is_current:
        return make_fact(
            "image",
            "warn",
            en=f"{image.name} holds another version of the runtime",
            zh=f"{image.name} 中的运行时版本与本程序不一致",
            **how,
        )
    if _MACHINES.get(daemon_architecture.lower(), image.architecture) != image.architecture:
        return make_fact(
            "image",
            "warn",
            en=f"{image.name} is for {image.architecture}, the daemon's machine is "
            f"{daemon_architecture}: emulated, slow, and without kernel evidence",
            zh=f"{image.name} 面向 {image.architecture}，而守护进程所在机器是 "
            f"{daemon_architecture}：只能模拟运行，速度慢且没有内核证据",
            **how,
        )
    return make_fact("image", "ok", en=f"{image.name} is current", zh=f"{image.name} 已是最新")


def run_selfcheck(api: docker.APIClient, image: Image) -> SelfCheck:
    """What the container says about itself. Raises SandboxError."""
    code = (
        f"import sys; sys.path[:0]=[{IMAGE_ROOT!r}]; "
        "from grader.runtime.kernel.selfcheck import main; main()"
    )
    sandbox = DockerSandbox(image.name, command=["python3", "-I", "-B", "-c", code], api=api)
    channel = sandbox.open(Limits(), None)
    line = b""
    try:
        while not line.endswith(b"\n") and len(line) < 64 * 1024:
            line += channel.receive(1, _SELFCHECK_SECONDS)
        return SelfCheck.model_validate_json(line, strict=True)
    except (SandboxError, ValidationError) as error:
        said = channel.close().stderr.strip() or str(error)
        raise SandboxError(f"the self-check failed: {said[-300:]}") from error
    finally:
        channel.close()


def inside_facts(check: SelfCheck, api: docker.APIClient) -> list[Fact]:
    """Rows about what was tried inside the container."""
    differences = compare(DockerSandbox("any", api=api).promises(Limits()), check.seen)
    return [
        limits_fact(differences),
        *student_facts(check),
        evidence_fact("container evidence", check.ptrace),
    ]


def limits_fact(differences: list[str]) -> Fact:
    """Whether the limits are in force, as seen from inside."""
    if not differences:
        return make_fact(
            "limits",
            "ok",
            en="all limits are in force inside the container",
            zh="容器内的各项限制均已生效",
        )
    found = "; ".join(differences)
    return make_fact(
        "limits",
        "missing",
        en=f"limits that are not in force: {found}",
        zh=f"以下限制没有生效：{found}",
        how_en="run the daemon with cgroup support (rootless: cgroup v2 with delegation)",
        how_zh="请让守护进程使用 cgroup（无根模式需要 cgroup v2 并启用委派）",
    )


def student_facts(check: SelfCheck) -> list[Fact]:
    """Rows about what the student's uid may do, with our filter and without."""
    if check.filtered_student is None or check.student is None:
        return [
            make_fact(
                "filter",
                "missing",
                en=f"our system call filter does not work on {check.machine}",
                zh=f"系统调用过滤器无法在 {check.machine} 上工作",
                how_en="use a machine with seccomp (x86_64 or arm64)",
                how_zh="请使用支持 seccomp 的机器（x86_64 或 arm64）",
            )
        ]
    still = sorted(name for name, said in check.filtered_student.items() if said == "allowed")
    closed = sorted(
        name for name, said in check.student.items() if said == "allowed" and name not in still
    )
    rest_en = f" (the engine alone would allow {', '.join(closed)})" if closed else ""
    rest_zh = f"（仅靠引擎会放行 {'、'.join(closed)}）" if closed else ""
    if still:
        return [
            make_fact(
                "filter",
                "warn",
                en=f"the student's uid may use {', '.join(still)}",
                zh=f"学生用户仍可使用 {'、'.join(still)}",
                how_en="please report this: the filter should refuse it",
                how_zh="请报告此问题：过滤器本应拒绝",
            )
        ]
    return [
        make_fact(
            "filter",
            "ok",
            en=f"risky socket families and user namespaces are refused{rest_en}",
            zh=f"有风险的套接字类型和用户命名空间均被拒绝{rest_zh}",
        ),
        make_fact(
            "kernel",
            "ok",
            en=f"container kernel {check.kernel}, Python {check.python}",
            zh=f"容器内核 {check.kernel}，Python {check.python}",
        ),
    ]
