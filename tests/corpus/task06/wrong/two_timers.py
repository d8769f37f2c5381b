# verdict: failed by hello_prints
# why: A Timer in the loop is started twice.
from threading import Timer


def hello():
    print('Hello, World!')


for _ in range(2):
    Timer(30, hello).start()
