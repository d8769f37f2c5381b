"""Bytes to the buffer, to the descriptor, and through a wrapper of one's own."""
import io
import os
import sys

sys.stdout.buffer.write(b"buffer\n")
sys.stdout.flush()
sys.stdout.buffer.flush()
os.write(1, b"descriptor\n")
os.write(2, b"to stderr\n")
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
print("wrapped ✓")
sys.stdout.flush()
print(sys.stdout.encoding.lower(), sys.stdout.fileno(), sys.stdout.isatty(), sys.stdout.writable())
