# verdict: passed
# why: A binary tree of ten threads in which each joins its own children; main joins the root.
import threading


def node(number):
    children = [
        threading.Thread(target=node, args=(n,), name=f"node-{n}") for n in (2 * number, 2 * number + 1) if n <= 10
    ]
    for c in children:
        c.start()
    print(threading.current_thread().name, "sees", threading.active_count())
    for c in children:
        c.join()


root = threading.Thread(target=node, args=(1,), name="node-1")
root.start()
root.join()
print("tree is down")
