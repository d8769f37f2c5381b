"""How much one page may hold, so that no submission can make a report too big to open."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_BYTES = 950_000


@dataclass(frozen=True)
class Budget:
    """Upper bounds for one rendering; what is left out is counted and said."""

    rows: int
    sentence_chars: int
    cell_chars: int
    findings: int


BUDGETS = (
    Budget(rows=80, sentence_chars=2000, cell_chars=300, findings=50),
    Budget(rows=40, sentence_chars=800, cell_chars=160, findings=30),
    Budget(rows=16, sentence_chars=300, cell_chars=80, findings=20),
    Budget(rows=0, sentence_chars=120, cell_chars=40, findings=10),
)
"""From generous to bare: the first one whose page fits is taken."""
