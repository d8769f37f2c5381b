"""Counts its runs in every place that it may write to; only the first is wrong."""
# task 5 · failed · *
# in docker: exit code 4
import glob
import os
import sys
import tempfile

places = [".", tempfile.gettempdir(), "/tmp", "/dev/shm", os.path.expanduser("~")]
mark = "grader_hostile_mark"
seen = [p for p in places if os.path.exists(os.path.join(p, mark))]
for place in places:
    try:
        open(os.path.join(place, mark), "w").close()
    except OSError:
        pass
sys.exit(5 if seen else 4)
