"""Sleeps for longer than the virtual clock can count."""
# task 5 · failed · does not end by itself
import time

while True:
    time.sleep(9e9)
