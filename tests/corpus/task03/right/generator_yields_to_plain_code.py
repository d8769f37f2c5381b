# verdict: passed
# why: The producer is a generator, the plain code that drives it consumes.
def producer():
    for i in range(1, 6):
        print("produced", i)
        yield i


for item in producer():
    print("consumed", item)
