"""Where bytes come in pieces: which of a schedule's sends and receives let only a part pass."""

from __future__ import annotations

from random import Random

from grader.runtime.world.visitors import CUT

MOST_CUTS = 200
"""in one schedule: a long line cut at every byte would be nothing but steps"""


class SeededCuts:
    """Chance decides, so that every byte can be the last of its piece."""

    def __init__(self, random: Random, share: float) -> None:
        """`share`: of the operations that could be cut."""
        self._random = random
        self._share = share
        self._left = MOST_CUTS

    def cut(self, thread: int, operation: int, most: int) -> int:
        """See `Cutter`."""
        if not self._left or self._random.random() >= self._share:
            return most
        self._left -= 1
        places = (1, most - 1, most // 2, self._random.randrange(1, most))
        return max(1, self._random.choice(places))


class ReplayedCuts:
    """The cuts among a schedule's deviations."""

    def __init__(self, deviations: list[tuple[int, int, int]]) -> None:
        self._cuts = {(t, n): CUT - chosen for t, n, chosen in deviations if chosen < CUT}

    def cut(self, thread: int, operation: int, most: int) -> int:
        """See `Cutter`."""
        return min(most, self._cuts.get((thread, operation), most))
