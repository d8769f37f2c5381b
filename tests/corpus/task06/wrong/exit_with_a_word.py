# verdict: failed by clean_end
# why: sys.exit('完成') ends with exit code 1.
import sys
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.start()
t.join()
sys.exit('完成')
