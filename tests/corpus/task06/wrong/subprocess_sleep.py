# verdict: failed by no_sleep
# also: thirty_seconds
# why: subprocess.run(['sleep', '30']).
import subprocess


def hello():
    print('Hello, World!')


subprocess.run(['sleep', '30'], check=True)
hello()
