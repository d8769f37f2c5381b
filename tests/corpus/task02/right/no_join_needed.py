# verdict: passed
# why: Nobody joins the ten, and the interpreter waits for them at its exit, which is enough here.
from threading import Thread, local

mine = local()


def work():
    mine.name = "Alex"
    print(mine.name)


for _ in range(10):
    Thread(target=work).start()
print("主线程先走一步")
