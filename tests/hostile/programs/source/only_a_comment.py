"""Nothing but a comment."""
# task 5 · failed · 0 child threads
