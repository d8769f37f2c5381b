# verdict: passed
# why: loop.sock_accept, sock_recv and sock_sendall, and a task for each client.
import asyncio
import socket

tasks = set()


async def echo(loop, conn):
    with conn:
        try:
            while data := await loop.sock_recv(conn, 4096):
                await loop.sock_sendall(conn, data)
        except ConnectionError:
            pass


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 8891))
    listener.setblocking(False)
    while True:
        conn, _ = await loop.sock_accept(listener)
        conn.setblocking(False)
        task = asyncio.create_task(echo(loop, conn))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


asyncio.run(main())
