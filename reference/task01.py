"""Task 1: ten threads print their name and the number of active threads; the main thread joins all ten.

The barrier makes the ten overlap. It stands before the reading: between reading and printing nothing waits.
"""

from threading import Barrier, Thread, active_count, current_thread

THREADS = 10
everyone_is_here = Barrier(THREADS)


def report() -> None:
    everyone_is_here.wait()
    print(f"当前线程名: {current_thread().name}, 活跃线程数量: {active_count()}")


def main() -> None:
    threads = [Thread(target=report, name=f"worker-{number}") for number in range(1, THREADS + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("所有子线程都已结束，主线程结束")


if __name__ == "__main__":
    main()
