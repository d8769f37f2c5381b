# verdict: passed
# why: os.dup2 makes the child's standard output the writing end, and the parent's input the other.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.dup2(w, 1)
    os.close(w)
    print("printed into the pipe", flush=True)
    print("second line", flush=True)
    os._exit(0)
os.close(w)
os.dup2(r, 0)
os.close(r)
while True:
    try:
        print("parent read:", input())
    except EOFError:
        break
os.waitpid(pid, 0)
