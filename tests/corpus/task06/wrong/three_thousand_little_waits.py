# verdict: failed by no_spin
# why: Counting three thousand waits of a hundredth of a second wakes a hundred times a second.
import select


def hello():
    print('Hello, World!')


for _ in range(3000):
    select.select([], [], [], 0.01)
hello()
