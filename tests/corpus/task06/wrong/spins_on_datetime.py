# verdict: failed by no_spin
# also: thirty_seconds, hello_prints, clean_end
# why: The same with datetime.
import datetime


def hello():
    print('Hello, World!')


end = datetime.datetime.now() + datetime.timedelta(seconds=30)
while True:
    if datetime.datetime.now() >= end:
        break
hello()
