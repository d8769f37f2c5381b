"""A syntax error."""
# task 5 · failed · line 3
print("x"
