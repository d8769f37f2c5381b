"""Sleeps in an endless loop."""
# task 5 · failed · does not end by itself
import time

while True:
    time.sleep(1)
