# verdict: passed
# why: Two os.pipes, one for each direction.
import os

to_child, from_parent = os.pipe()
to_parent, from_child = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(from_parent)
    os.close(to_parent)
    question = os.read(to_child, 1024).decode()
    print("child:", question)
    os.write(from_child, ("re: " + question).encode())
    os.close(from_child)
    os._exit(0)
os.close(to_child)
os.close(from_child)
os.write(from_parent, b"are you there?")
os.close(from_parent)
answer = b""
while True:
    piece = os.read(to_parent, 64)
    if not piece:
        break
    answer += piece
print("parent:", answer.decode())
os.waitpid(pid, 0)
