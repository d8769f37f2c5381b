"""`print` says that it is another thread."""
# task 5 · failed · threads
import builtins
import threading
import time

real = builtins.print


def fake(*words, **options):
    real("Thread-" + str(words[0]), *words[1:], **options)


builtins.print = fake
for batch in (range(5), range(5, 10)):
    for number in batch:
        print(number, "begin")
    time.sleep(1)
    for number in batch:
        print(number, "end")
