"""Starts programs without end by subprocess."""
# task 5 · could_not_judge · subprocess.Popen
import subprocess

while True:
    subprocess.Popen(["sleep", "60"])
