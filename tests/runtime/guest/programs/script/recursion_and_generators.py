"""Deep recursion fails as usual, generators and classes work with points in them."""
import threading

count = 0


def deep(number):
    return deep(number + 1)


def work():
    try:
        deep(0)
    except RecursionError as problem:
        print("RecursionError", str(problem)[:32])


thread = threading.Thread(target=work)
thread.start()
thread.join()


def numbers():
    global count
    for number in range(3):
        count += number
        yield count


def consume():
    print(list(numbers()))


thread = threading.Thread(target=consume)
thread.start()
thread.join()
print(count)
