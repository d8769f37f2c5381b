# verdict: passed
# why: A selector of a certain kind, and try/except around what a non-blocking socket may say.
import selectors
import socket
from collections import defaultdict, deque

selector = selectors.PollSelector()
waiting = defaultdict(deque)

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 5050))
listener.listen(128)
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ)


def flush(conn):
    queue = waiting[conn]
    while queue:
        piece = queue.popleft()
        try:
            n = conn.send(piece)
        except BlockingIOError:
            n = 0
        if n < len(piece):
            queue.appendleft(piece[n:])
            break
    selector.modify(conn, selectors.EVENT_WRITE if queue else selectors.EVENT_READ)


def forget(conn):
    waiting.pop(conn, None)
    selector.unregister(conn)
    conn.close()


while True:
    for key, mask in selector.select():
        if key.fileobj is listener:
            while True:
                try:
                    conn, _ = listener.accept()
                except BlockingIOError:
                    break
                conn.setblocking(False)
                selector.register(conn, selectors.EVENT_READ)
            continue
        conn = key.fileobj
        try:
            if mask & selectors.EVENT_READ:
                try:
                    data = conn.recv(1024)
                except BlockingIOError:
                    continue
                if not data:
                    forget(conn)
                    continue
                waiting[conn].append(data)
            flush(conn)
        except OSError:
            forget(conn)
