"""Starts a fresh interpreter by multiprocessing, past os.fork."""
# task 5 · failed · 0 child threads
import multiprocessing
import time


def again():
    time.sleep(60)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for _ in range(3):
        context.Process(target=again, daemon=True).start()
    print("started")
