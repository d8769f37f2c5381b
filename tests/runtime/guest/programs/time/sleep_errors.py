"""What sleep accepts and refuses."""
import time
from decimal import Decimal

print(time.sleep(0), time.sleep(0.001), time.sleep(False))
for seconds in (-1, "1", None, float("nan"), 1e30, -0.5, [1], Decimal(1)):
    try:
        print(time.sleep(seconds))
    except Exception as problem:
        print(type(problem).__name__, problem)
