# verdict: failed by both_print
# why: The plain code that drives the generator prints both lines; the generator only yields.
def producer():
    for i in range(5):
        yield i


for i in producer():
    print("produced", i)
    print("consumed", i)
