"""A structure too deep for repr, json and comparison."""
# task 5 · failed · *
deep = []
for _ in range(100_000):
    deep = [deep]
print(deep)
