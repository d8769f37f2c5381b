# verdict: passed
# why: A protocol that gathers lines and puts words around them; no flow control at all.
import asyncio


class Lines(asyncio.Protocol):
    def __init__(self):
        self.buffer = b''

    def connection_made(self, transport):
        self.transport = transport
        transport.write('你好，请说\n'.encode())

    def data_received(self, data):
        self.buffer += data
        while b'\n' in self.buffer:
            line, _, self.buffer = self.buffer.partition(b'\n')
            self.transport.write(b'you said: ' + line + b'\n')

    def eof_received(self):
        return False


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
server = loop.run_until_complete(loop.create_server(Lines, '127.0.0.1', 8890))
try:
    loop.run_forever()
except KeyboardInterrupt:
    pass
server.close()
loop.run_until_complete(server.wait_closed())
loop.close()
