# verdict: failed by one_selector
# why: A child process for each client.
import os
import selectors
import signal
import socket

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8010))
sel.register(server, selectors.EVENT_READ)
while True:
    sel.select()
    conn, _ = server.accept()
    if os.fork() == 0:
        server.close()
        try:
            while data := conn.recv(1024):
                conn.sendall(data)
        except OSError:
            pass
        os._exit(0)
    conn.close()
