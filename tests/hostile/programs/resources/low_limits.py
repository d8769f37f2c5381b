"""Takes its own limits away."""
# task 5 · failed · *
import resource
import os

os.nice(19)
for name in ("NOFILE", "FSIZE", "STACK", "DATA", "AS", "NPROC", "MEMLOCK"):
    resource.setrlimit(getattr(resource, "RLIMIT_" + name), (0, 0))
kept = [bytearray(1_000_000) for _ in range(1000)]
