"""A fact: one row of `grader doctor`, in both languages."""

from __future__ import annotations

from typing import Literal

from grader.model.base import Noun, Text, text

_TOPICS = {
    "python": "解释器",
    "system": "操作系统",
    "cpus": "处理器",
    "memory": "内存",
    "local evidence": "本机内核证据",
    "docker": "Docker",
    "engine": "Docker 引擎",
    "runc": "runc",
    "image": "沙箱镜像",
    "container": "容器",
    "limits": "资源限制",
    "filter": "系统调用过滤",
    "kernel": "容器内核",
    "container evidence": "容器内核证据",
}


class Fact(Noun):
    """One row. `status`: ok; warn: works, but; missing: a feature is not there."""

    topic: Text
    status: Literal["ok", "warn", "missing"]
    sentence: Text
    remedy: Text | None = None


def make_fact(
    topic: str,
    status: Literal["ok", "warn", "missing"],
    *,
    en: str,
    zh: str,
    how_en: str = "",
    how_zh: str = "",
) -> Fact:
    """A row about one of the known topics, named in English."""
    return Fact(
        topic=text(_TOPICS[topic], topic),
        status=status,
        sentence=text(zh, en),
        remedy=text(how_zh, how_en) if how_en else None,
    )


def evidence_fact(topic: str, has_ptrace: bool) -> Fact:
    """Whether the kernel reports births of threads and processes there."""
    if has_ptrace:
        return make_fact(
            topic,
            "ok",
            en="the kernel reports every thread and process (ptrace)",
            zh="内核会报告每个线程和进程的创建（ptrace）",
        )
    return make_fact(
        topic,
        "missing",
        en="no ptrace here: claims of programs are not checked against the kernel",
        zh="此处无法使用 ptrace：程序的说法不能与内核核对",
        how_en="use Linux, an image for this machine's own architecture, and Yama level 0 or 1",
        how_zh="请使用 Linux、与本机架构一致的镜像，并将 Yama 级别设为 0 或 1",
    )
