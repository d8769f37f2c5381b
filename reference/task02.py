"""Task 2: ten threads, each with its own variable `name` on one shared `threading.local` object.

What a thread stores on the object, no other thread sees: the main thread finds no `name` there at the end.
"""

from threading import Thread, current_thread, local

THREADS = 10
private = local()


def work() -> None:
    private.name = "Alex"
    print(f"{current_thread().name}: name = {private.name}")


def main() -> None:
    threads = [Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print("main thread has a name:", hasattr(private, "name"))


if __name__ == "__main__":
    main()
