"""The usual idiom for UTF-8 output on Windows: detach, wrap again."""
import io
import sys

sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding="utf-8")
print("detached ✓")
sys.stdout.reconfigure(line_buffering=True)
print("again")
