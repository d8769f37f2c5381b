# verdict: failed by uses_asyncio
# why: The loop accepts, and a thread pool does the talking.
import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(120)


def talk(conn):
    conn.setblocking(True)
    try:
        while data := conn.recv(1024):
            conn.sendall(data)
    except OSError:
        pass
    conn.close()


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 8952))
    listener.setblocking(False)
    while True:
        conn, _ = await loop.sock_accept(listener)
        loop.run_in_executor(pool, talk, conn)


asyncio.run(main())
