"""redirect_stdout and a replaced sys.stdout see the text."""
import contextlib
import io
import sys
import threading

text = io.StringIO()
with contextlib.redirect_stdout(text):
    print("inside")
    thread = threading.Thread(target=print, args=("in thread",))
    thread.start()
    thread.join()
print(repr(text.getvalue()))


class Shouting:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.upper())

    def flush(self):
        self.stream.flush()


sys.stdout = Shouting(sys.stdout)
print("loud")
