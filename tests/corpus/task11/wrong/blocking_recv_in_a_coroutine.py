# verdict: failed by never_blocks_the_loop
# also: crowd, outlives_leavers, answers, uses_asyncio
# why: A plain recv() on a blocking socket inside a coroutine.
import asyncio
import socket


async def echo(conn):
    with conn:
        try:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(data)
                await asyncio.sleep(0)
        except OSError:
            pass


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 8979))
    listener.setblocking(False)
    tasks = set()
    while True:
        conn, _ = await loop.sock_accept(listener)
        conn.setblocking(True)
        tasks.add(asyncio.create_task(echo(conn)))


asyncio.run(main())
