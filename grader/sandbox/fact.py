"""A fact: one row of `grader doctor`, in both languages."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """One row. `status`: ok; warn: works, but; missing: a feature is not there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topic: str
    status: Literal["ok", "warn", "missing"]
    en: str
    zh: str
    how_en: str = ""
    how_zh: str = ""


def evidence_fact(topic: str, has_ptrace: bool) -> Fact:
    """Whether the kernel reports births of threads and processes there."""
    if has_ptrace:
        return Fact(
            topic=topic,
            status="ok",
            en="the kernel reports every thread and process (ptrace)",
            zh="内核会报告每个线程和进程的创建（ptrace）",
        )
    return Fact(
        topic=topic,
        status="missing",
        en="no ptrace here: claims of programs are not checked against the kernel",
        zh="此处无法使用 ptrace：程序的说法不能与内核核对",
        how_en="use Linux, an image for this machine's own architecture, and Yama level 0 or 1",
        how_zh="请使用 Linux、与本机架构一致的镜像，并将 Yama 级别设为 0 或 1",
    )
