# verdict: passed without survives_resets
# why: gather() ends the whole server when a client's task ends with an exception.
import asyncio
import socket


async def echo(loop, conn):
    with conn:
        while data := await loop.sock_recv(conn, 1024):
            await loop.sock_sendall(conn, data)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 8906))
    listener.setblocking(False)
    failed = loop.create_future()

    def watch(task):
        if task.exception() and not failed.done():
            failed.set_exception(task.exception())

    async def accept():
        while True:
            conn, _ = await loop.sock_accept(listener)
            conn.setblocking(False)
            loop.create_task(echo(loop, conn)).add_done_callback(watch)

    await asyncio.gather(accept(), failed)


asyncio.run(main())
