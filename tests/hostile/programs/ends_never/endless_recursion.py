"""Calls itself without end."""
# task 5 · failed · RecursionError
def again():
    again()


again()
