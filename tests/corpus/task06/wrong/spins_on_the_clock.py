# verdict: failed by no_spin
# also: thirty_seconds, hello_prints, clean_end
# why: An empty loop on the clock burns the processor for thirty seconds.
import time


def hello():
    print('Hello, World!')


start = time.time()
while time.time() - start < 30:
    pass
hello()
