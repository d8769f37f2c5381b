# verdict: failed by no_sleep
# why: __import__('time').sleep.
def hello():
    print('Hello, World!')


__import__('time').sleep(30)
hello()
