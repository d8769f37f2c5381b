# verdict: failed by thirty_seconds
# why: A child waits the thirty seconds, but main does not join it before hello.
import threading


def hello():
    print('Hello, World!')


t = threading.Thread(target=threading.Event().wait, args=(30,))
t.start()
hello()
t.join()
