# verdict: failed by uses_asyncio
# why: A thread with a loop of its own for each client.
import asyncio
import socket
import threading


async def echo(conn):
    reader, writer = await asyncio.open_connection(sock=conn)
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


listener = socket.create_server(("127.0.0.1", 8955))
while True:
    conn, _ = listener.accept()
    conn.setblocking(False)
    threading.Thread(target=asyncio.run, args=(echo(conn),), daemon=True).start()
