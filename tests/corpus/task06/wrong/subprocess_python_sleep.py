# verdict: failed by no_sleep
# also: thirty_seconds
# why: A second Python does the sleeping.
import subprocess
import sys


def hello():
    print('Hello, World!')


subprocess.run([sys.executable, '-c', 'import time; time.sleep(30)'])
hello()
