# verdict: passed without stream, survives_resets, never_stuck
# why: Decodes whatever recv brings, so a character cut in half ends the server.
import selectors, socket

sel = selectors.DefaultSelector()
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 9000))
server.listen(10)
sel.register(server, selectors.EVENT_READ)

while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, addr = sock.accept()
            sel.register(conn, selectors.EVENT_READ)
        else:
            text = sock.recv(1024).decode("utf-8")
            if not text:
                sel.unregister(sock)
                sock.close()
            else:
                print("client says:", text)
                sock.sendall(("你说: " + text).encode("utf-8"))
