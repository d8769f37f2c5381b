"""What the script sees of itself."""
import os
import sys

print(__name__, os.path.basename(__file__), __doc__, __spec__, __package__)
print([os.path.basename(a) for a in sys.argv], os.path.isabs(__file__))
print(os.getcwd() == os.path.dirname(os.path.abspath(__file__)))
print(sys.modules["__main__"].__name__, "__main__" in sys.modules, len(sys.path) > 1)
print(sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
print(sorted(n for n in globals() if n.startswith("__")))
import __main__

print(__main__.__dict__ is globals(), sys.stdin.read() == "")
