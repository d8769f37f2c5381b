# verdict: passed
# why: The received value is never stored.
def consumer():
    while True:
        print("consume %s" % (yield))
def main():
    c = consumer(); next(c)
    for i in range(3):
        print("produce %s" % i)
        c.send(i)
main()
