"""Each thread has its own attributes."""
import threading

mine = threading.local()
mine.value = "main"


def work(number):
    print(hasattr(mine, "value"), sorted(mine.__dict__))
    mine.value = number
    print(mine.value, mine.__dict__)
    del mine.value
    try:
        mine.value
    except AttributeError as problem:
        print("AttributeError")


for number in range(3):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    thread.join()
print(mine.value, type(mine).__name__, type(mine).__module__)
try:
    threading.local(1)
except TypeError as problem:
    print(problem)
