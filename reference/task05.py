"""Ten threads, of which a semaphore lets five work at a time.

Both lines are printed inside the with block, while the thread holds its place;
the block gives the place back even when the work raises.
"""

import threading
import time


def work(number: int, places: threading.Semaphore) -> None:
    with places:
        print(f"thread {number} begins")
        time.sleep(1)
        print(f"thread {number} ends")


def main() -> None:
    places = threading.BoundedSemaphore(5)
    threads = [threading.Thread(target=work, args=(number, places)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
