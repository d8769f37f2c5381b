"""Overwrites its own script; the next run must see the old one."""
# task 5 · failed · exit code 4
import sys

with open(__file__, "r+") as file:
    text = file.read()
    if "overwritten" in text[:20]:
        sys.exit(5)
    file.seek(0)
    file.write("# overwritten\n" + text)
sys.exit(4)
