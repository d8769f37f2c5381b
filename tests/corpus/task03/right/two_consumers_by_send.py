# verdict: passed
# why: The course's own example made whole: each bun goes to one of two eaters in turn.
def consumer(name):
    while True:
        bun = yield
        print(f"{name} eats bun {bun}")


def producer(eaters):
    for eater in eaters:
        next(eater)
    for i in range(6):
        print(f"baked bun {i}")
        eaters[i % len(eaters)].send(i)
    for eater in eaters:
        eater.close()


producer([consumer("A"), consumer("B")])
