"""A forked child writes announcements into its parent's pipe, which it kept open."""
# task 7 · not_passed · *
import os
import sys

channel = sys.modules["grader.runtime.guest.channel"].channel
kept = os.dup(channel.announce_fd)
if os.fork() == 0:
    wire = sys.modules["grader.runtime.wire"]
    sys.modules["grader.runtime.guest.channel"]._write(
        kept, wire.pack_announcement(30, 0, 0, 0, -1, 0, channel.nonce, b"")
    )
    os._exit(0)
os.wait()
