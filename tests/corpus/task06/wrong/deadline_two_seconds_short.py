# verdict: failed by thirty_seconds
# why: The loop ends as soon as less than one step is missing.
from datetime import datetime, timedelta
from threading import Event


def hello():
    print('Hello, World!')


pause = Event()
end = datetime.now() + timedelta(seconds=30)
while end - datetime.now() > timedelta(seconds=4):
    pause.wait(4)
hello()
