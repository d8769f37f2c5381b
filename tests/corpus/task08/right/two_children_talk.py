# verdict: passed
# why: One child sends, the other receives.
from multiprocessing import Pipe, Process


def speak(conn):
    conn.send({"name": "Alex", "age": 18})
    conn.close()


def listen(conn):
    print("收到", conn.recv())
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    ps = [Process(target=speak, args=(a,)), Process(target=listen, args=(b,))]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
