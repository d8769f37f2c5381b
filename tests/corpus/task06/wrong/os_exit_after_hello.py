# verdict: failed by clean_end
# why: The main process ends with os._exit.
import os
from threading import Event


def hello():
    print('Hello, World!', flush=True)


Event().wait(30)
hello()
os._exit(0)
