"""How numbers are written: points, virtual times, seconds. The same in both languages."""

from __future__ import annotations


def say_number(value: float, digits: int = 2) -> str:
    """Return a number without needless zeros: 5, 2.5, 0.33."""
    shown = f"{value:.{digits}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def say_time(nanoseconds: int) -> str:
    """Return a virtual time in the largest unit that suits it: 10 s, 0.5 s, 20 ms."""
    if nanoseconds == 0:
        return "0 s"
    for unit, size in (("s", 10**9), ("ms", 10**6), ("µs", 10**3)):
        if 10 * abs(nanoseconds) >= size:
            return f"{say_number(nanoseconds / size, 3)} {unit}"
    return f"{nanoseconds} ns"
