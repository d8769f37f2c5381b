# verdict: passed
# why: Decodes, but with an incremental decoder; who sends no UTF-8 is sent home.
import codecs
import selectors
import socket

sel = selectors.DefaultSelector()
Decoder = codecs.getincrementaldecoder('utf-8')


def leave(sock):
    sel.unregister(sock)
    sock.close()


def on_accept(listener, _, state):
    sock, address = listener.accept()
    sock.setblocking(False)
    sel.register(sock, selectors.EVENT_READ, (on_client, {'decoder': Decoder(), 'out': b''}))


def on_client(sock, mask, state):
    try:
        if mask & selectors.EVENT_WRITE:
            sent = sock.send(state['out'])
            state['out'] = state['out'][sent:]
        else:
            data = sock.recv(1024)
            text = state['decoder'].decode(data, final=not data)
            if not data:
                leave(sock)
                return
            state['out'] += text.upper().encode('utf-8')
    except (ConnectionError, UnicodeDecodeError) as problem:
        print('bad client:', problem)
        leave(sock)
        return
    sel.modify(
        sock, selectors.EVENT_WRITE if state['out'] else selectors.EVENT_READ, (on_client, state))


listener = socket.create_server(('127.0.0.1', 6000))
listener.setblocking(False)
sel.register(listener, selectors.EVENT_READ, (on_accept, None))
while True:
    for key, mask in sel.select():
        function, state = key.data
        function(key.fileobj, mask, state)
