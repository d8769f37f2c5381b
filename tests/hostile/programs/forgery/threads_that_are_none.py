"""Plays ten threads from the main thread: the world is told of them, the kernel knows none."""
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


for batch in range(10):
    number = channel.ask(Op.START)
    channel.notes.append(["thread", number, f"Thread-{number}", False, "Thread", "work", False])
    channel.index[-number] = number

me = 0


def play(thread, op, *notes, **fields):
    import json

    channel.notes.extend(notes)
    body = json.dumps(channel.notes).encode()
    channel.notes.clear()
    os.write(channel.announce_fd, ANNOUNCEMENT.pack(
        len(body), op, 0, thread, 0, fields.get("argument", 0), fields.get("wait", -1), 0,
        channel.nonce) + body)


import fcntl
import termios


def has_go(number):
    return fcntl.ioctl(channel.go_fds[number], termios.FIONREAD, b"    ") != b"\0\0\0\0"


said = dict.fromkeys(range(1, 11), 0)
play(0, Op.JOIN, argument=10)
while min(said.values()) < 5:
    for number in said:
        if said[number] < 5 and has_go(number):
            channel.wait_for_go(number)
            step = said[number] = said[number] + 1
            if step == 1:
                play(number, Op.OUTPUT, ["enters", number, "work", "task05.py", 1],
                     ["payload", ["begin\n", f"Thread-{number}"]], argument=1)
            elif step == 2:
                play(number, Op.SLEEP, wait=1_000_000_000)
            elif step == 3:
                play(number, Op.OUTPUT, ["payload", ["end\n", f"Thread-{number}"]], argument=1)
            elif step == 4:
                play(number, Op.END)
            else:
                play(number, Op.GONE)
channel.wait_for_go(0)
