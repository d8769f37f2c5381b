# verdict: passed
# why: select with three empty lists and a time-out.
import select


def hello():
    print('Hello, World!')


select.select([], [], [], 30)
hello()
