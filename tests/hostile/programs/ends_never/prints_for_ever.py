"""Prints in an endless loop."""
# task 5 · could_not_judge · had not ended
while True:
    print("still here")
