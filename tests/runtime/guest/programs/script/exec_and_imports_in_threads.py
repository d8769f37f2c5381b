"""exec, eval and imports inside threads."""
import threading


def work():
    import json
    import textwrap

    space = {}
    exec("answer = 6 * 7", space)
    print(space["answer"], eval("1 + 1"), json.dumps([1]), textwrap.dedent(" x"))


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
    thread.join()
