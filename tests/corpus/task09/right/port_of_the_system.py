# verdict: passed
# why: Listens on one port, chosen by the system, and logs to a file-like list; keeps statistics.
import logging
import selectors
import socket
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
log = logging.getLogger("server")
sel = selectors.DefaultSelector()
stats = {"clients": 0, "bytes": 0}


def accept(listener):
    conn, addr = listener.accept()
    stats["clients"] += 1
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, [])
    log.info("client %s: %s", stats["clients"], addr)


def serve(conn, chunks, mask):
    if mask & selectors.EVENT_READ:
        data = conn.recv(16384)
        if not data:
            return False
        stats["bytes"] += len(data)
        chunks.append(data)
    if mask & selectors.EVENT_WRITE:
        whole = b"".join(chunks)
        n = conn.send(whole)
        chunks[:] = [whole[n:]] if n < len(whole) else []
    sel.modify(conn, selectors.EVENT_WRITE if chunks else selectors.EVENT_READ, chunks)
    return True


def main():
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)
    log.info("listening on %s", listener.getsockname())
    sel.register(listener, selectors.EVENT_READ)
    while True:
        for key, mask in sel.select():
            if key.data is None:
                accept(key.fileobj)
                continue
            try:
                stays = serve(key.fileobj, key.data, mask)
            except ConnectionError as error:
                log.info("lost: %s", error)
                stays = False
            if not stays:
                sel.unregister(key.fileobj)
                key.fileobj.close()


main()
