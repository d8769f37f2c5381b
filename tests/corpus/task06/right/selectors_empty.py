# verdict: passed
# why: A selector that watches nothing gives up after thirty seconds.
import selectors


def hello():
    print('Hello, World!')


with selectors.DefaultSelector() as sel:
    sel.select(timeout=30)
hello()
