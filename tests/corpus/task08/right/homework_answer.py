# verdict: passed
# why: The homework's own answer.
from multiprocessing import Process, Pipe


def task(conn):
    conn.send('hello world')
    conn.close()


if __name__ == '__main__':
    parent_conn, child_conn = Pipe()
    p = Process(target=task, args=(child_conn,))
    p.start()
    p.join()
    print(parent_conn.recv())
