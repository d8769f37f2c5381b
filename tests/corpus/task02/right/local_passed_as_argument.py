# verdict: passed
# why: The one object is made in main() and handed to each of the ten.
import threading


def work(slot):
    slot.name = "Alex"


def main():
    slot = threading.local()
    threads = [threading.Thread(target=work, args=(slot,)) for _ in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


if __name__ == "__main__":
    main()
