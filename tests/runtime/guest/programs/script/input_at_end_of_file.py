"""input() meets the end of the file."""
try:
    input("name? ")
except EOFError as problem:
    print("EOFError", problem)
