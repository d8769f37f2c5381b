# verdict: passed
# why: sock_* methods, at most 500 clients by an asyncio.Semaphore, lines with a prefix.
import asyncio
import socket


async def client(loop, sock, places):
    rest = b''
    try:
        while True:
            data = await loop.sock_recv(sock, 1 << 14)
            if not data:
                break
            *lines, rest = (rest + data).split(b'\n')
            for line in lines:
                await loop.sock_sendall(sock, b'=> ' + line + b'\n')
    except OSError:
        pass
    finally:
        sock.close()
        places.release()


async def main():
    loop = asyncio.get_running_loop()
    places = asyncio.Semaphore(500)
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(('127.0.0.1', 8899))
        server.listen(100)
        server.setblocking(False)
        running = set()
        while True:
            await places.acquire()
            sock, addr = await loop.sock_accept(server)
            sock.setblocking(False)
            running.add(asyncio.ensure_future(client(loop, sock, places)))
            running = {task for task in running if not task.done()}


asyncio.run(main())
