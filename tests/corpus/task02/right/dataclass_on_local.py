# verdict: passed
# why: The __init__ that the dataclass generates runs at each thread's first access and sets the attribute there.
import threading
from dataclasses import dataclass


@dataclass
class Context(threading.local):
    name: str = "Alex"
    visits: int = 0


context = Context()


def work():
    context.visits += 1
    print(context.name, context.visits)


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
