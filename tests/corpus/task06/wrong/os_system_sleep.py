# verdict: failed by no_sleep
# also: thirty_seconds
# why: Another program does the sleeping.
import os


def hello():
    print('Hello, World!')


os.system('sleep 30')
hello()
