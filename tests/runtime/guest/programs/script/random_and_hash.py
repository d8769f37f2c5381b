"""random with a seed gives the usual numbers."""
import random
import uuid

random.seed(7)
print(random.randint(1, 100), random.random(), random.choice("abc"))
own = random.Random(3)
print(own.sample(range(50), 5), len(str(uuid.uuid4())))
print(hash("abc") == hash("ab" + "c"), len({1, 2, 3}))
