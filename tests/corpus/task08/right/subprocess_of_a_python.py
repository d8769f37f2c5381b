# verdict: passed
# why: A subprocess's pipes.
import subprocess
import sys

CODE = "for line in iter(input, 'end'): print('child read', line, flush=True)"
p = subprocess.Popen([sys.executable, "-c", CODE], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                     text=True)
p.stdin.write("hello\nworld\nend\n")
p.stdin.close()
for line in p.stdout:
    print("parent read:", line.strip())
p.wait()
