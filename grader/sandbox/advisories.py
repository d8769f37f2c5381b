"""Advisories: known holes of container engines, and from which version on they are closed.

Only those that matter for a sandbox like ours are listed, with what we do against each ourselves.
A distribution can repair a hole without a new version number: builds known to be repaired are
listed, and otherwise the row says "by its version".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Version = tuple[int, int, int]


@dataclass(frozen=True)
class Advisory:
    """One hole. `fixed_in` has one version per maintained branch, the newest first."""

    name: str
    component: Literal["engine", "runc"]
    fixed_in: tuple[Version, ...]
    en: str
    zh: str
    repaired_builds: tuple[str, ...] = ()  # as the component names its own build

    def is_fixed_in(self, version: Version) -> bool:
        """Whether a release with this version has the repair, in its own branch or a later one."""
        newest = self.fixed_in[0]
        return version >= newest or any(
            version[:2] == fixed[:2] and version >= fixed for fixed in self.fixed_in
        )


ADVISORIES = (
    Advisory(
        "CVE-2026-31431",
        "engine",
        ((29, 4, 3),),
        "AF_ALG sockets reach a kernel hole; our own filter refuses them",
        "AF_ALG 套接字可触及内核漏洞；本程序自带的过滤器会拒绝它",
    ),
    Advisory(
        "CVE-2026-41567",
        "engine",
        ((29, 5, 1),),
        "the archive endpoints run a program of the container; we never call them",
        "归档接口会执行容器内的程序；本程序从不调用这些接口",
    ),
    Advisory(
        "CVE-2025-31133, -52565, -52881",
        "runc",
        ((1, 3, 3), (1, 2, 8)),
        "a race while a container starts leads out of it; our images hold no foreign code",
        "容器启动时的竞争可导致逃逸；本程序的镜像不含外来代码",
    ),
    Advisory(
        "CVE-2024-21626",
        "runc",
        ((1, 1, 12),),
        "a hostile image gets out through its working folder; we only run our own image",
        "恶意镜像可经工作目录逃逸；本程序只运行自己的镜像",
        repaired_builds=("1.1.5+ds1-1+deb12u1",),
    ),
)


def parse_version(text: str) -> Version | None:
    """The first three numbers of "20.10.24+dfsg1"; None when there are none."""
    found = re.match(r"v?(\d+)\.(\d+)(?:\.(\d+))?", text)
    if found is None:
        return None
    major, minor, patch = found.groups(default="0")
    return int(major), int(minor), int(patch)


def open_advisories(component: str, version: str, build: str = "") -> list[Advisory]:
    """The advisories that `component` in `version` is open to; `build` is its name of the build."""
    parsed = parse_version(version)
    if parsed is None:
        return []
    return [
        advisory
        for advisory in ADVISORIES
        if advisory.component == component
        and not advisory.is_fixed_in(parsed)
        and build not in advisory.repaired_builds
    ]
