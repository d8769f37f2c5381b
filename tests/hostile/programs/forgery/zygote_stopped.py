"""Stops the process that it was forked from."""
# task 5 · could_not_judge · *
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


channel.active = False
parent = int(open("/proc/self/stat").read().rpartition(")")[2].split()[1])
channel.active = True
kill = threading.Thread.start.__globals__["refuse"].__globals__["_real_kill"]

channel.active = False
kill(parent, 19)
channel.active = True
time.sleep(1)
print("done")
