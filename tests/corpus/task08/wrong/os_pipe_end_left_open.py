# verdict: failed by clean_end
# why: os.read never sees the end, since the reader holds the writing end.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(w, b"hello")
    os._exit(0)
data = b""
while piece := os.read(r, 100):
    data += piece
print(data.decode())
os.waitpid(pid, 0)
