# verdict: passed
# why: sys.stdout.write prints too, when the text ends in a newline.
import sys
import threading


def work(i):
    sys.stdout.write(str(i) + "\t" + threading.current_thread().name + "\t" + str(len(threading.enumerate())) + "\n")
    sys.stdout.flush()


threads = []
for i in range(10):
    threads.append(threading.Thread(target=work, args=(i,)))
    threads[-1].start()
while threads:
    threads.pop().join()
