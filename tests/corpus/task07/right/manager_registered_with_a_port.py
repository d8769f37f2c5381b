# verdict: passed
# why: A queue registered on a BaseManager with an address.
# relies on fork
import queue
from multiprocessing import Process
from multiprocessing.managers import BaseManager

tasks = queue.Queue()


class QueueManager(BaseManager):
    pass


def worker():
    QueueManager.register("get_task_queue")
    m = QueueManager(address=("127.0.0.1", 5000), authkey=b"abc")
    m.connect()
    q = m.get_task_queue()
    for _ in range(3):
        print("worker got", q.get())


if __name__ == "__main__":
    QueueManager.register("get_task_queue", callable=lambda: tasks)
    manager = QueueManager(address=("127.0.0.1", 5000), authkey=b"abc")
    manager.start()
    q = manager.get_task_queue()
    p = Process(target=worker)
    p.start()
    for i in range(3):
        q.put(i + 100)
    p.join()
    manager.shutdown()
