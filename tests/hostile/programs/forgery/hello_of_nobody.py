"""Says hello for a process that nobody has started."""
# task 7 · could_not_judge · broke its connection
import sys

from grader.runtime.wire import Letter

courier = sys.modules["grader.runtime.guest.courier"]
channel = courier.channel
channel.process = 1
courier.send(Letter.HELLO, 1, [0, 1])
channel.process = 0
print("hello")
