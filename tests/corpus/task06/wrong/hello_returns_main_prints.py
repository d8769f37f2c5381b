# verdict: failed by hello_prints
# why: hello only returns the text, main prints it.
from threading import Event


def hello():
    return 'Hello, World!'


Event().wait(30)
print(hello())
