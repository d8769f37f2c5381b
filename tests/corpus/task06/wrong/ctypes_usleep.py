# verdict: failed by no_sleep
# also: thirty_seconds
# why: The C library's usleep.
import ctypes

libc = ctypes.CDLL('libc.so.6')


def hello():
    print('Hello, World!')


for _ in range(60):
    libc.usleep(500000)
hello()
