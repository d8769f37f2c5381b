# verdict: failed by none_lost
# also: printed, clean_end
# why: A consumer prints an item and puts it back for another.
from multiprocessing import Process, Queue


def first(q, other):
    for _ in range(3):
        item = q.get()
        print("first", item)
        q.put(item)
    other.put("go")


def second(q, other):
    other.get()
    for _ in range(3):
        print("second", q.get())


if __name__ == "__main__":
    q, other = Queue(), Queue()
    for word in ("ab", "cd", "ef"):
        q.put(word)
    ps = [Process(target=f, args=(q, other)) for f in (first, second)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
