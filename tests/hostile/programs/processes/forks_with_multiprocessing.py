"""Starts processes without end by multiprocessing."""
# task 5 · could_not_judge · processes, which is all
import multiprocessing
import time


def again():
    time.sleep(60)


if __name__ == "__main__":
    while True:
        multiprocessing.Process(target=again).start()
