# verdict: passed
# why: As above, with next() and StopIteration.
def produce_letters():
    for letter in "abcde":
        print("produce:", letter)
        yield letter


def main():
    source = produce_letters()
    while True:
        try:
            letter = next(source)
        except StopIteration:
            break
        print("consume:", letter)


main()
