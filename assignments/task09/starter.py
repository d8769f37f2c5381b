"""第 9 题 / Task 9: 用 selectors 写服务器 / a server with selectors.

运行 / run:  python task09.py      试一试 / try:  nc 127.0.0.1 8009
"""

import selectors
import socket

selector = selectors.DefaultSelector()


def accept(listener):
    client, address = listener.accept()
    client.setblocking(False)
    # TODO: 注册这个客户端 / register this client


def serve(client):
    data = client.recv(1024)
    # TODO: 把收到的发回去; b"" 表示对方离开 / send back what came; b"" says that it has left


def main():
    listener = socket.create_server(("127.0.0.1", 8009))
    listener.setblocking(False)
    selector.register(listener, selectors.EVENT_READ, accept)
    while True:
        for key, events in selector.select():
            key.data(key.fileobj)


if __name__ == "__main__":
    main()
