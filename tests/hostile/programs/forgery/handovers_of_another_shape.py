"""Tells of a handover whose parts are not what ours are."""
# task 3 · could_not_judge · broke its connection
import sys

channel = sys.modules["grader.runtime.guest.channel"].channel
channel.note("handed", "sent", [0], [0], {"deep": 1}, None, 5)
print("produce 1")
