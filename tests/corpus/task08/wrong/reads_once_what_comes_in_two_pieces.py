# verdict: failed by all_arrive
# also: clean_end
# why: One os.read may return only the first piece.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    os.write(w, b"first ")
    os.write(w, b"second")
    os.close(w)
    os._exit(0)
os.close(w)
print(os.read(r, 1024).decode())
os.waitpid(pid, 0)
