# verdict: passed without survives_resets
# why: Everything is buffered well, but nobody catches ConnectionResetError.
import selectors
import socket

sel = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 3333))
listener.setblocking(False)
sel.register(listener, selectors.EVENT_READ)
while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is listener:
            sock, _ = listener.accept()
            sock.setblocking(False)
            sel.register(sock, selectors.EVENT_READ, b"")
        elif mask & selectors.EVENT_WRITE:
            left = key.data[sock.send(key.data):]
            sel.modify(sock, selectors.EVENT_WRITE if left else selectors.EVENT_READ, left)
        else:
            data = sock.recv(1024)
            if data:
                sel.modify(sock, selectors.EVENT_WRITE, data)
            else:
                sel.unregister(sock)
                sock.close()
