# verdict: failed by clean_end
# why: hello stands in finally, and the Empty exception ends the program with a traceback.
import queue


def hello():
    print('Hello, World!')


try:
    queue.Queue().get(timeout=30)
finally:
    hello()
