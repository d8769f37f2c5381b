"""Goes to another folder and removes its own."""
# task 5 · failed · *
import os
import shutil

here = os.getcwd()
os.chdir("/")
shutil.rmtree(here)
print("gone")
