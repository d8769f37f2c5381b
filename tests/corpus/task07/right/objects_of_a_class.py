# verdict: passed
# why: Items are objects of the student's own class.
from multiprocessing import Process, Queue


class Order:
    def __init__(self, number):
        self.number = number

    def __str__(self):
        return f"订单{self.number}"


def shop(q):
    for i in range(3):
        q.put(Order(i))
    q.put(None)


def cook(q):
    while (order := q.get()) is not None:
        print("做好", order)


if __name__ == "__main__":
    q = Queue()
    a, b = Process(target=shop, args=(q,)), Process(target=cook, args=(q,))
    a.start(); b.start()
    a.join(); b.join()
