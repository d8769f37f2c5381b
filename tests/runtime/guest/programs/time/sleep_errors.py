"""What sleep accepts and refuses."""
import time
from decimal import Decimal
from fractions import Fraction

print(time.sleep(0), time.sleep(0.001), time.sleep(False))


class Real:
    def __float__(self):
        return 0.001


class Whole:
    def __index__(self):
        return 0


for seconds in (
    -1, "1", None, float("nan"), 1e30, -1e30, 10**30, -10**30, -0.5, [1], 1j, Whole(), Real(),
    Decimal("0.001"), Fraction(1, 1000),
):
    try:
        print(time.sleep(seconds))
    except Exception as problem:
        print(type(problem).__name__, problem)
