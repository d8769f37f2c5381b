# verdict: passed
# why: A subclass of Process with its own run.
import multiprocessing
import time


class Producer(multiprocessing.Process):
    def __init__(self, queue):
        super().__init__(name="生产者")
        self.queue = queue

    def run(self):
        for i in range(3):
            time.sleep(1)
            self.queue.put({"id": i, "text": f"货物{i}"})
        self.queue.put(None)


class Consumer(multiprocessing.Process):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue

    def run(self):
        while True:
            item = self.queue.get()
            if item is None:
                break
            print(self.name, "收到", item["text"])


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    workers = [Producer(queue), Consumer(queue)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
