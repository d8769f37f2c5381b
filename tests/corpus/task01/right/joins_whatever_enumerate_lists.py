# verdict: passed
# why: It keeps no list of its own and joins everything that threading.enumerate() still lists.
import threading


def work():
    print("%s\t%s" % (threading.current_thread().name, threading.active_count()))


for _ in range(10):
    threading.Thread(target=work).start()

for t in threading.enumerate():
    if t is threading.current_thread():
        continue
    t.join()
print("MainThread is alone")
