"""print with end, sep, file and flush; writes without a newline."""
import sys

print("a", "b", sep="-", end="!\n", flush=True)
print("no newline", end="")
print(" then one")
print()
print("err", file=sys.stderr)
print(*range(3), sep="\n")
sys.stdout.write("written\n")
sys.stdout.writelines(["one\n", "two\n"])
print("half ", end="")
sys.stdout.flush()
print("whole")
print("ünï ✓ 中文")
print("last without newline", end="")
