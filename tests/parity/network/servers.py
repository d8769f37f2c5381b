"""Small servers that tell what a socket did to them, and clients whose part does not hang on timing."""

from __future__ import annotations

TELLER = '''
import socket, sys, time
server = socket.create_server(("127.0.0.1", 8300))
connection, _ = server.accept()
def tell(what, act):
    try:
        result = act()
    except OSError as problem:
        result = type(problem).__name__
    print(what, result, flush=True)
send, receive = connection.send, lambda: len(connection.recv(1 << 16))
'''
"""what each of the servers below begins with; `tell` prints what came of an operation"""

STAYS = "time.sleep(60)\n"
"""and what it ends with: a schedule ends when the server does"""

SEMANTICS: dict[str, tuple[str, str]] = {
    "the end, again and again": (
        "tell('r', receive)\ntell('r', receive)\ntell('r', receive)\n",
        "yield me.send(b'abc')\nyield me.sleep(0.1)\nyield me.close()\nyield me.sleep(0.3)\n",
    ),
    "a reset while waiting": (
        "tell('r', receive)\ntell('r', receive)\ntell('r', receive)\ntell('s', lambda: send(b'x'))\n"
        "tell('s', lambda: send(b'x'))\n",
        "yield me.send(b'abc')\nyield me.sleep(0.1)\nyield me.reset()\nyield me.sleep(0.3)\n",
    ),
    "bytes, then a reset": (
        "time.sleep(0.1)\ntell('r', receive)\ntell('r', receive)\ntell('r', receive)\n",
        "yield me.send(b'abc')\nyield me.reset()\nyield me.sleep(3)\n",
    ),
    "a send finds the reset": (
        "time.sleep(0.1)\ntell('s', lambda: send(b'x'))\ntell('s', lambda: send(b'x'))\n"
        "tell('r', receive)\ntell('r', receive)\n",
        "yield me.send(b'abc')\nyield me.reset()\nyield me.sleep(3)\n",
    ),
    "sends to who has left": (
        "time.sleep(0.1)\ntell('s', lambda: send(b'x'))\ntime.sleep(.5)\ntell('s', lambda: send(b'x'))\n"
        "tell('r', receive)\ntell('r', receive)\n",
        "yield me.send(b'abc')\nyield me.close()\nyield me.sleep(4)\n",
    ),
    "left with bytes unread": (
        "send(b'hello')\ntime.sleep(0.1)\ntell('r', receive)\ntell('s', lambda: send(b'x'))\n",
        "yield me.sleep(0.3)\nyield me.close()\nyield me.sleep(2)\n",
    ),
    "half closed": (
        "tell('r', receive)\ntell('r', receive)\ntell('s', lambda: send(b'late'))\nconnection.close()\n",
        "yield me.send(b'abc')\nyield me.sleep(0.1)\nyield me.shutdown()\nyield me.receive_to_end()\n"
        "yield me.close()\n",
    ),
    "closed with bytes unread": (
        "time.sleep(0.1)\nsend(b'half')\nconnection.close()\n",
        "yield me.send(b'abc')\nyield me.sleep(3)\nyield me.receive(within=5)\n"
        "yield me.receive(within=5)\nyield me.send(b'x')\n",
    ),
    "closed in order": (
        "receive()\nsend(b'bye')\nconnection.close()\ntime.sleep(0.5)\n",
        "yield me.send(b'abc')\nyield me.sleep(1)\nyield me.receive_line()\nyield me.send(b'x')\n"
        "yield me.sleep(0.3)\nyield me.send(b'x')\nyield me.receive()\n",
    ),
    "shut down both ways": (
        "receive()\nconnection.shutdown(socket.SHUT_RDWR)\ntell('r', receive)\n"
        "tell('s', lambda: send(b'x'))\ntime.sleep(0.5)\n",
        "yield me.send(b'abc')\nyield me.receive_to_end()\nyield me.sleep(0.3)\n",
    ),
    "a look leaves the bytes": (
        "tell('p', lambda: connection.recv(2, socket.MSG_PEEK))\ntell('r', receive)\n"
        "tell('n', lambda: connection.recv(2, socket.MSG_DONTWAIT))\nconnection.settimeout(.01)\n"
        "tell('t', receive)\nconnection.close()\ntell('c', receive)\n",
        "yield me.send(b'abc')\nyield me.receive_to_end()\n",
    ),
    "the listener goes": (
        "server.close()\ntell('r', receive)\nconnection.close()\ntime.sleep(0.5)\n",
        "yield me.sleep(0.3)\nyield me.send(b'abc')\nyield me.receive_to_end()\nyield me.connect(within=5)\n",
    ),
    "what poll says": (
        "import select\npoll = select.poll()\npoll.register(connection, select.POLLIN | select.POLLOUT)\n"
        "look = lambda: poll.poll(0)[0][1]\ntell('0', look)\ntime.sleep(.5)\ntell('1', look)\n"
        "receive()\ntell('2', look)\ntime.sleep(.8)\ntell('3', look)\nconnection.shutdown(socket.SHUT_WR)\n"
        "tell('4', look)\nconnection.close()\n",
        "yield me.sleep(0.2)\nyield me.send(b'abc')\nyield me.sleep(0.5)\nyield me.shutdown()\n"
        "yield me.sleep(2)\nyield me.receive_to_end()\n",
    ),
    "what poll says of a reset": (
        "import select\npoll = select.poll()\npoll.register(connection, select.POLLIN | select.POLLOUT)\n"
        "time.sleep(0.1)\ntell('0', lambda: poll.poll(0)[0][1])\ntell('r', receive)\n"
        "tell('1', lambda: poll.poll(0)[0][1])\n",
        "yield me.reset()\nyield me.sleep(3)\n",
    ),
    "addresses and options": (
        "tell('e', lambda: connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))\n"
        "tell('n', lambda: connection.getsockname())\ntell('p', lambda: connection.getpeername()[0])\n"
        "tell('l', lambda: server.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))\n"
        "tell('b', lambda: socket.socket().bind(('127.0.0.1', 8300)))\n"
        "tell('a', lambda: socket.socket().bind(('8.8.8.8', 8300)))\n"
        "tell('c', lambda: socket.create_connection(('127.0.0.1', 1)))\n"
        "tell('x', lambda: socket.socket().recv(1))\ntell('y', lambda: socket.socket().send(b'a'))\n"
        "tell('z', lambda: server.recv(1))\ntell('w', lambda: connection.accept())\n"
        "tell('v', lambda: socket.socket().getpeername())\n",
        "yield me.sleep(0.5)\n",
    ),
    "connects to itself": (
        "import selectors\nother = socket.socket()\nother.setblocking(False)\n"
        "tell('c', lambda: other.connect_ex(('127.0.0.1', 8300)))\nsel = selectors.DefaultSelector()\n"
        "sel.register(other, selectors.EVENT_WRITE)\ntell('s', lambda: len(sel.select(5)))\n"
        "tell('e', lambda: other.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))\n"
        "mine, _ = server.accept()\nother.send(b'over')\ntell('r', lambda: mine.recv(10))\n"
        "third = socket.socket()\nthird.setblocking(False)\n"
        "tell('c', lambda: third.connect_ex(('127.0.0.1', 2)))\nsel.unregister(other)\n"
        "sel.register(third, selectors.EVENT_WRITE)\ntell('s', lambda: len(sel.select(5)))\n"
        "tell('e', lambda: third.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))\n",
        "yield me.sleep(0.5)\n",
    ),
    "a pair": (
        "a, b = socket.socketpair()\ntell('s', lambda: a.send(b'abc'))\ntell('r', lambda: b.recv(10))\n"
        "a.close()\ntell('r', lambda: b.recv(10))\ntell('s', lambda: b.send(b'x'))\n"
        "a, b = socket.socketpair()\na.send(b'x')\nb.close()\ntell('r', lambda: a.recv(1))\n",
        "yield me.sleep(0.5)\n",
    ),
    "files": (
        "f = connection.makefile('rwb')\ntell('l', f.readline)\nf.write(b'answer\\n')\nf.flush()\n"
        "tell('l', f.readline)\nf.close()\nconnection.close()\n",
        "yield me.send(b'one\\ntw')\nyield me.receive_line()\nyield me.send(b'o')\nyield me.shutdown()\n"
        "yield me.receive_to_end()\n",
    ),
}
"""name → (what the server does, what its client does once it is connected)"""

_TALK = '''
def talk(connection):
    with connection:
        try:
            while data := connection.recv(4096):
                connection.sendall(data)
        except OSError:
            pass
'''
ECHO: dict[str, str] = {
    "callbacks": '''
import selectors, socket
sel = selectors.DefaultSelector()
def accept(server):
    connection, _ = server.accept()
    connection.setblocking(False)
    sel.register(connection, selectors.EVENT_READ, serve)
def end(connection):
    sel.unregister(connection)
    connection.close()
def serve(connection):
    try:
        data = connection.recv(4096)
        if not data:
            return end(connection)
        connection.setblocking(True)
        connection.sendall(data)
        connection.setblocking(False)
    except OSError:
        end(connection)
server = socket.create_server(("127.0.0.1", 8310))
sel.register(server, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
''',
    "threads": '''
import socket, threading
''' + _TALK + '''
server = socket.create_server(("127.0.0.1", 8311))
while True:
    threading.Thread(target=talk, args=(server.accept()[0],), daemon=True).start()
''',
    "threading_mixin": '''
import socketserver
''' + _TALK + '''
class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        talk(self.request)
class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
Server(("127.0.0.1", 8312), Handler).serve_forever()
''',
    "forking_mixin": '''
import socketserver
class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(4096):
                self.wfile.write(data)
        except OSError:
            pass
socketserver.ForkingTCPServer(("127.0.0.1", 8313), Handler).serve_forever()
''',
    "os_fork": '''
import os, signal, socket
''' + _TALK + '''
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
server = socket.create_server(("127.0.0.1", 8314))
while True:
    connection, _ = server.accept()
    if not os.fork():
        server.close()
        talk(connection)
        os._exit(0)
    connection.close()
''',
    "prefork": '''
import os, socket
''' + _TALK + '''
server = socket.create_server(("127.0.0.1", 8315))
for _ in range(5):
    if not os.fork():
        break
while True:
    talk(server.accept()[0])
''',
    "asyncio_streams": '''
import asyncio
async def handle(reader, writer):
    try:
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8316)
    await server.serve_forever()
asyncio.run(main())
''',
    "asyncio_protocol": '''
import asyncio
class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        self.transport.write(data)
async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "localhost", 8317)
    await server.serve_forever()
asyncio.run(main())
''',
    "asyncio_sock": '''
import asyncio, socket
async def talk(loop, connection):
    with connection:
        try:
            while data := await loop.sock_recv(connection, 4096):
                await loop.sock_sendall(connection, data)
        except OSError:
            pass
async def main():
    loop = asyncio.get_running_loop()
    server = socket.create_server(("127.0.0.1", 8318))
    server.setblocking(False)
    tasks = set()
    while True:
        connection, _ = await loop.sock_accept(server)
        tasks.add(asyncio.create_task(talk(loop, connection)))
asyncio.run(main())
''',
    "select_module": '''
import select, socket
server = socket.create_server(("", 8319))
sockets = [server]
while True:
    for one in select.select(sockets, [], [])[0]:
        if one is server:
            sockets.append(server.accept()[0])
            continue
        try:
            data = one.recv(4096)
            one.sendall(data)
        except OSError:
            data = b""
        if not data:
            sockets.remove(one)
            one.close()
''',
    "poll_selector": '''
import selectors, socket
sel = selectors.PollSelector()
server = socket.create_server(("0.0.0.0", 8320))
sel.register(server, selectors.EVENT_READ)
while True:
    for key, _ in sel.select(10):
        if key.fileobj is server:
            sel.register(server.accept()[0], selectors.EVENT_READ)
            continue
        try:
            data = key.fileobj.recv(4096)
            key.fileobj.sendall(data)
        except OSError:
            data = b""
        if not data:
            sel.unregister(key.fileobj)
            key.fileobj.close()
''',
    "executor": '''
import socket
from concurrent.futures import ThreadPoolExecutor
''' + _TALK + '''
server = socket.create_server(("127.0.0.1", 8321), backlog=5)
with ThreadPoolExecutor(8) as pool:
    while True:
        pool.submit(talk, server.accept()[0])
''',
}
"""servers that send every byte back, in a dozen shapes"""
