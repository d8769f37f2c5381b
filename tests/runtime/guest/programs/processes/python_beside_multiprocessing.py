"""Another Python by `subprocess`, from a program whose own processes have left their traces."""
import multiprocessing
import subprocess
import sys

CODE = """
import multiprocessing, sys
print(multiprocessing.current_process().name, multiprocessing.parent_process())
print(multiprocessing.active_children(), sys.stdin.read())
"""

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    queue = multiprocessing.Queue()
    child = multiprocessing.Process(target=queue.put, args=(1,), name="mine")
    child.start()
    print(queue.get())
    done = subprocess.run([sys.executable, "-c", CODE], input="hello", capture_output=True, text=True)
    print(done.stdout, done.stderr, done.returncode)
    child.join()
