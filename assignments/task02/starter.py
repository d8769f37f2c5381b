"""第 2 题：线程私有变量 / Task 2: a thread-private variable."""

import threading

THREADS = 10

# TODO: 创建一个 threading.local() 对象，十个线程共用这一个对象。
# TODO: make one threading.local() object, which serves all ten threads.


def work():
    """子线程执行的函数。 What each child thread runs."""
    # TODO: 在这里（子线程里）给那个对象设置属性 name，值为 "Alex"。
    # TODO: here, inside the thread, set the object's attribute name to "Alex".


def main():
    # TODO: 创建 THREADS 个线程，target 是 work（不是 work()），然后启动它们。
    # TODO: make THREADS threads with target=work (not work()), and start them.
    threads = []

    # TODO: 等待它们结束（本题不强制，但这是好习惯）。
    # TODO: wait for them (this task does not insist, but it is a good habit).


if __name__ == "__main__":
    main()
