"""第 10 题 / Task 10: 洪水打不垮的服务器 / a socketserver that a flood cannot take down.

运行 / run:  python task10.py      试一试 / try:  nc 127.0.0.1 8010
"""

import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024)
        # TODO: 循环: 把收到的发回去, 直到 b"" / loop: send back what comes, until b""


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    # TODO: 限制同时服务的连接数, 并归还位置 / bound what is served at once; give places back


if __name__ == "__main__":
    with Server(("127.0.0.1", 8010), Handler) as server:
        server.serve_forever()
