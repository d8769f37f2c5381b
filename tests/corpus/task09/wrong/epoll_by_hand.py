# verdict: failed by one_selector
# why: select.epoll used directly.
import select
import socket

server = socket.create_server(("127.0.0.1", 8002))
epoll = select.epoll()
epoll.register(server.fileno(), select.EPOLLIN)
clients = {}
while True:
    for fd, event in epoll.poll():
        if fd == server.fileno():
            conn, _ = server.accept()
            clients[conn.fileno()] = conn
            epoll.register(conn.fileno(), select.EPOLLIN)
            continue
        conn = clients[fd]
        try:
            data = conn.recv(1024)
            if data:
                conn.send(data)
        except OSError:
            data = b""
        if not data:
            epoll.unregister(fd)
            clients.pop(fd).close()
