"""Says that it ends, and goes on for ever."""
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


places = threading.Semaphore(5)


def work():
    with places:
        print(threading.current_thread().name, "begin")
        time.sleep(1)
        print(threading.current_thread().name, "end")


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
say(Op.EXIT, argument=0)
while True:
    pass
