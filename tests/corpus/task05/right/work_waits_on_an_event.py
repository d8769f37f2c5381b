# verdict: passed
# why: The second of work is the time-out of a private Event instead of a sleep.
from threading import Event, Semaphore, Thread

sem = Semaphore(5)
never = Event()


def task(i):
    with sem:
        print('start', i)
        never.wait(1)
        print('stop', i)


if __name__ == '__main__':
    jobs = [Thread(target=task, args=(i,)) for i in range(10)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
