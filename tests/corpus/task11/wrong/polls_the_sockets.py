# verdict: failed by blocks_when_idle
# why: Tries all sockets, and sleeps for 10 ms: asyncio as a clock.
import asyncio
import socket


async def main():
    server = socket.create_server(("127.0.0.1", 8975))
    server.setblocking(False)
    clients = []
    while True:
        try:
            conn, _ = server.accept()
            conn.setblocking(False)
            clients.append(conn)
        except BlockingIOError:
            pass
        for conn in list(clients):
            try:
                data = conn.recv(1024)
                conn.send(data)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if not data:
                clients.remove(conn)
                conn.close()
        await asyncio.sleep(0.01)


asyncio.run(main())
