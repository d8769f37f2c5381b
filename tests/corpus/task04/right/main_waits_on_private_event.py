# verdict: passed
# why: Main waits by the time-out of an Event that nobody else knows.
import threading
from datetime import datetime

start_signal = threading.Event()


def child():
    start_signal.wait()
    print('%s: %s' % (threading.current_thread().name, datetime.now().time()))


def main():
    threads = [threading.Thread(target=child) for _ in range(10)]
    for thread in threads:
        thread.start()
    threading.Event().wait(10)
    start_signal.set()
    for thread in threads:
        thread.join()


if __name__ == '__main__':
    main()
