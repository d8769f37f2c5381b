# verdict: failed by clean_end
# why: sys.exit(main()) with a main that returns 10 exits with code 10.
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
    return len(threads)


if __name__ == "__main__":
    sys.exit(main())
