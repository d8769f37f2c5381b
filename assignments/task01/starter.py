"""第 1 题：十个线程 / Task 1: ten threads."""

import threading

THREADS = 10


def work():
    """子线程执行的函数。 What each child thread runs."""
    # TODO: 打印当前线程名和当前活跃线程数量。
    #       读取之后马上打印，中间不要等待（锁、sleep、join……）。
    # TODO: print this thread's own name and the number of active threads.
    #       Print right after reading: no waiting (lock, sleep, join ...) in between.
    #       threading.current_thread().name, threading.active_count()


def main():
    # TODO: 创建 THREADS 个线程，target 是 work（不是 work()）。
    # TODO: make THREADS threads with target=work (not work()).
    threads = []

    # TODO: 先把它们全部启动，再等待。
    # TODO: start all of them first, and only then wait.

    # TODO: 等待每一个子线程结束。
    # TODO: wait until every one of them has ended.

    # TODO: 最后，主线程可以打印一行。
    # TODO: at the very end, the main thread may print a line.


if __name__ == "__main__":
    main()
