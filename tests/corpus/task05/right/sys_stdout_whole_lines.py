# verdict: passed
# why: Whole lines with a print lock that is never held at work.
import sys
import threading
import time

sem = threading.Semaphore(5)
out = threading.Lock()


def say(*words):
    with out:
        sys.stdout.write(' '.join(map(str, words)) + '\n')


def task(i):
    with sem:
        say(i, 'start', time.strftime('%X'))
        time.sleep(1)
        say(i, 'done', time.strftime('%X'))


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
