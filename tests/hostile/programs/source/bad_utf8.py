"""Bytes that are no UTF-8."""
# task 5 Â· failed Â· *
print("ÿþ")
