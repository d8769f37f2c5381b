# verdict: passed
# why: threading.Timer of thirty seconds (the homework's own answer, with its numbers and words put right).
from threading import Timer


def hello():
    print('Hello, World!')


if __name__ == '__main__':
    t = Timer(30, hello)
    t.start()
