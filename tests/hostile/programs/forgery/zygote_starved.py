"""Takes the limits of the process that it was forked from away."""
# task 5 · not_passed · *
import os
import struct
import sys
import threading
import time

channel = threading.Thread.start.__globals__["channel"]
Op = threading.Thread.start.__globals__["Op"]
ANNOUNCEMENT = struct.Struct("<IBBHIqqIQ")


def say(op, thread=0, resource=0, argument=0, wait=-1, where=0, nonce=None, notes=b"", size=None):
    nonce = channel.nonce if nonce is None else nonce
    size = len(notes) if size is None else size
    os.write(channel.announce_fd, ANNOUNCEMENT.pack(
        size, op, 0, thread, resource, argument, wait, where, nonce) + notes)
    return channel.wait_for_go(thread)


import resource

parent = int(open("/proc/self/stat").read().rpartition(")")[2].split()[1])
channel.active = False
for name in ("NOFILE", "AS", "DATA", "STACK"):
    resource.prlimit(parent, getattr(resource, "RLIMIT_" + name), (1, 1))
channel.active = True
print("done")
