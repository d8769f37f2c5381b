"""Asks the user."""
# task 5 · failed · input()
count = int(input("how many? "))
