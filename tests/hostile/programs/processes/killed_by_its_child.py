"""The child kills its parent, and then itself."""
# task 7 · failed · ended by the signal SIGKILL
import os
import signal

if os.fork() == 0:
    os.kill(os.getppid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
os.wait()
