# verdict: passed
# why: Questions by one queue, answers by another.
from multiprocessing import Process, Queue


def square(tasks, results):
    while True:
        n = tasks.get()
        if n is None:
            break
        print("worker got", n)
        results.put(n * n)


if __name__ == "__main__":
    tasks, results = Queue(), Queue()
    p = Process(target=square, args=(tasks, results))
    p.start()
    for n in (2, 3, 4):
        tasks.put(n)
    tasks.put(None)
    for _ in range(3):
        print("result", results.get())
    p.join()
