# verdict: passed
# why: os.pipe, os.fork, os.read until empty.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, "你好，父进程".encode())
    os.close(w)
    os._exit(0)
os.close(w)
data = b""
while piece := os.read(r, 5):
    data += piece
print("收到:", data.decode())
os.waitpid(pid, 0)
