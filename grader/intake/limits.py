"""How much a submission may hold. Generous for homework, far below what could hurt the host."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True)
class IntakeLimits:
    """Above a script's or file's own limit it is left out; above a total the whole is refused."""

    script_bytes: int = 1 * MB
    file_bytes: int = 8 * MB
    total_bytes: int = 32 * MB
    entries: int = 5_000
    depth: int = 16
    archive_bytes: int = 64 * MB
    unpacked_bytes: int = 128 * MB


LIMITS = IntakeLimits()
