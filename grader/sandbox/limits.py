"""Limits: what one sandbox may use. Every number carries its unit in its name."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

MIB = 1024 * 1024


class Limits(BaseModel):
    """The limits of one sandbox, for supervisor and student's program together.

    The container enforces memory, pids, cpus and sizes; the local sandbox hands what it can to
    the supervisor, which sets rlimits. `wall_seconds` is a safety net for a machine that hangs
    (it ends in could-not-judge): budgets are counted in schedules and steps, never in seconds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    memory_bytes: int = Field(default=512 * MIB, ge=64 * MIB)
    pids: int = Field(default=256, ge=16)
    cpus: float = Field(default=1.0, ge=0.1)
    tmp_bytes: int = Field(default=64 * MIB, ge=MIB)  # /tmp, and /dev/shm once more
    file_bytes: int = Field(default=32 * MIB, ge=MIB)  # the largest single file
    output_bytes: int = Field(default=8 * MIB, ge=1024)  # unread bytes kept on the host
    open_files: int = Field(default=4096, ge=64)
    wall_seconds: float = Field(default=900.0, gt=0)
