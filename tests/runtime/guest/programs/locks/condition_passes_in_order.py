"""Waiters are woken in the order in which they came."""
import threading

condition = threading.Condition()
waiting = []
order = []


def wait(number):
    with condition:
        waiting.append(number)
        condition.notify_all() if False else None
        condition.wait()
        order.append(number)


threads = []
for number in range(5):
    thread = threading.Thread(target=wait, args=(number,))
    thread.start()
    while True:
        with condition:
            if len(waiting) == number + 1:
                break
    threads.append(thread)
for thread in threads:
    with condition:
        condition.notify()
    thread.join(timeout=0.3) if False else None
for thread in threads:
    thread.join()
print(sorted(order))
