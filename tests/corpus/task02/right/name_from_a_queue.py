# verdict: passed
# why: The value comes from a queue into which main puts it ten times; storing it is done by each thread.
import queue
import threading

names = queue.Queue()
local = threading.local()


def work():
    local.name = names.get()
    print("拿到名字", local.name)
    names.task_done()


for _ in range(10):
    threading.Thread(target=work).start()
for _ in range(10):
    names.put("Alex")
names.join()
