# verdict: failed by clean_end
# why: The helper that is joined with a time-out is no daemon and blocks for ever.
import threading


def hello():
    print('Hello, World!')


t = threading.Thread(target=threading.Event().wait)
t.start()
t.join(30)
hello()
