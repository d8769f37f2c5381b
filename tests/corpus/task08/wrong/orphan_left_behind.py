# verdict: failed by clean_end
# why: The forked child goes on for a minute.
import os
import time

r, w = os.pipe()
if os.fork() == 0:
    os.write(w, b"hello")
    time.sleep(60)
    os._exit(0)
print(os.read(r, 100).decode())
