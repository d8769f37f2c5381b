# verdict: passed
# why: sys.exit(0) after the joins is an ordinary end.
import sys
import threading


def work():
    print(threading.current_thread().name, threading.active_count())


def main():
    threads = [threading.Thread(target=work) for _ in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return 0


if __name__ == "__main__":
    sys.exit(main())
