# verdict: failed by one_selector
# why: The select module, not selectors.
import select
import socket

server = socket.create_server(("127.0.0.1", 8001))
inputs = [server]
while True:
    readable, _, _ = select.select(inputs, [], [])
    for sock in readable:
        if sock is server:
            conn, _ = server.accept()
            inputs.append(conn)
            continue
        try:
            data = sock.recv(1024)
            sock.send(data)
        except OSError:
            data = b""
        if not data:
            inputs.remove(sock)
            sock.close()
