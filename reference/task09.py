"""An echo server: one thread, and one selector that waits for whichever client can go on.

A client is read only when everything that it has sent is back with it: one that never reads stops
nobody else, and what the server keeps for it stays small. Bytes are never decoded, so no cut can
hurt a character.
"""

import selectors
import socket

HOST, PORT = "127.0.0.1", 8009
CHUNK = 4096


def accept(selector, listener):
    client, _ = listener.accept()
    client.setblocking(False)
    selector.register(client, selectors.EVENT_READ, b"")


def read(selector, client):
    piece = client.recv(CHUNK)
    if piece:
        selector.modify(client, selectors.EVENT_WRITE, piece)
    else:
        leave(selector, client)


def write(selector, client, piece):
    left = piece[client.send(piece) :]
    selector.modify(client, selectors.EVENT_WRITE if left else selectors.EVENT_READ, left)


def leave(selector, client):
    selector.unregister(client)
    client.close()


def serve(selector, client, piece):
    """One step with one client: read a piece, or send what is left of the last one."""
    try:
        if piece:
            write(selector, client, piece)
        else:
            read(selector, client)
    except ConnectionError:
        leave(selector, client)


def main():
    with selectors.DefaultSelector() as selector, socket.create_server((HOST, PORT)) as listener:
        listener.setblocking(False)
        selector.register(listener, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is listener:
                    accept(selector, listener)
                else:
                    serve(selector, key.fileobj, key.data)


if __name__ == "__main__":
    main()
