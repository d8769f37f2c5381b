# verdict: passed
# why: File objects around the ends of os.pipe.
import os

r, w = os.pipe()
if os.fork() == 0:
    os.close(r)
    with os.fdopen(w, "w") as out:
        out.write("first line\n")
        out.write("second line\n")
    os._exit(0)
os.close(w)
with os.fdopen(r) as lines:
    for line in lines:
        print("read:", line.strip())
os.wait()
