"""Tries to kill the supervisor (in a container it may not)."""
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


import posix


def parent_of(pid):
    with open(f"/proc/{pid}/stat") as file:
        return int(file.read().rpartition(")")[2].split()[1])


supervisor = parent_of(parent_of("self"))
channel.active = False
posix.kill(supervisor, 9)
channel.active = True
