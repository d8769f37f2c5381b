"""Ten threads block on one Event until the main thread has slept its ten seconds.

The Event is waited for without a time-out: however long main's sleep takes,
nobody goes before it is over.
"""

import threading
import time
from datetime import datetime


def print_time_after(start: threading.Event) -> None:
    start.wait()
    print(f"{threading.current_thread().name}: {datetime.now()}")


def main() -> None:
    start = threading.Event()
    threads = [threading.Thread(target=print_time_after, args=(start,)) for _ in range(10)]
    for thread in threads:
        thread.start()
    time.sleep(10)
    start.set()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
