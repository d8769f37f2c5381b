# verdict: passed
# why: Looks up once a second, and ends whoever has been silent for half a minute.
import selectors
import socket
import time

IDLE = 30
sel = selectors.DefaultSelector()
last = {}


def drop(sock):
    last.pop(sock, None)
    sel.unregister(sock)
    sock.close()


def main():
    server = socket.create_server(("127.0.0.1", 8888))
    server.setblocking(False)
    sel.register(server, selectors.EVENT_READ, None)
    while True:
        for key, mask in sel.select(timeout=1.0):
            if key.fileobj is server:
                conn, _ = server.accept()
                conn.setblocking(False)
                last[conn] = time.monotonic()
                sel.register(conn, selectors.EVENT_READ, bytearray())
                continue
            conn, out = key.fileobj, key.data
            last[conn] = time.monotonic()
            try:
                if mask & selectors.EVENT_WRITE:
                    del out[:conn.send(out)]
                else:
                    data = conn.recv(4096)
                    if not data:
                        drop(conn)
                        continue
                    out += data.upper() if data.isascii() else data
            except ConnectionError:
                drop(conn)
                continue
            sel.modify(conn, selectors.EVENT_WRITE if out else selectors.EVENT_READ, out)
        now = time.monotonic()
        for conn in [c for c, t in last.items() if now - t > IDLE]:
            drop(conn)


if __name__ == "__main__":
    main()
