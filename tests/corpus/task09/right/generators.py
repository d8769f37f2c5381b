# verdict: passed
# why: A generator for each client, that says what it waits for; a small loop resumes it.
import selectors
import socket

sel = selectors.DefaultSelector()
R, W = selectors.EVENT_READ, selectors.EVENT_WRITE


def handle(conn):
    while True:
        yield R
        data = conn.recv(512)
        if not data:
            return
        while data:
            yield W
            data = data[conn.send(data):]


def listen(sock):
    while True:
        yield R
        conn, _ = sock.accept()
        conn.setblocking(False)
        spawn(conn, handle(conn))


def spawn(sock, gen):
    sel.register(sock, next(gen), gen)


def step(key):
    try:
        sel.modify(key.fileobj, next(key.data), key.data)
    except (StopIteration, ConnectionError):
        sel.unregister(key.fileobj)
        key.fileobj.close()


server = socket.create_server(("127.0.0.1", 7000))
server.setblocking(False)
spawn(server, listen(server))
while True:
    for key, _ in sel.select():
        step(key)
