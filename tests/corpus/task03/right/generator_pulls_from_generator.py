# verdict: passed
# why: The consumer is a generator that calls next() on the producer.
def producer():
    n = 0
    while True:
        n += 1
        print("produced", n)
        yield n
def consumer(source, count):
    for _ in range(count):
        item = next(source)
        print("consumed", item)
        yield
p = producer()
for _ in consumer(p, 4): pass
