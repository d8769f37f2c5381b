# verdict: failed by no_sleep
# also: thirty_seconds
# why: The shell's sleep behind os.popen.
import os


def hello():
    print('Hello, World!')


with os.popen('sleep 30; echo ok') as pipe:
    pipe.read()
hello()
