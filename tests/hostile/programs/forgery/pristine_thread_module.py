"""Ten real threads that the world does not know, by a fresh `_thread`."""
# task 5 · not_passed · *
import time
from importlib.machinery import BuiltinImporter
from importlib.util import module_from_spec

spec = BuiltinImporter.find_spec("_thread")
fresh = module_from_spec(spec)
spec.loader.exec_module(fresh)
done = []


def work(name):
    done.append(name)


for number in range(10):
    fresh.start_new_thread(work, (number,))
while len(done) < 10:
    time.sleep(0.2)
print(done)
