"""Ends by os.killpg(os.getpgrp(), signal.SIGKILL)."""
# task 5 · failed · SIGKILL
import os
import signal

os.killpg(os.getpgrp(), signal.SIGKILL)
