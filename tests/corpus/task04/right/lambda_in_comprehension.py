# verdict: passed
# why: Lambdas in a comprehension, hardly a line of code, and still right.
import threading, time
from datetime import datetime
go = threading.Event()
[threading.Thread(target=lambda n=n: (go.wait(), print(n, datetime.now()))).start() for n in range(10)]
time.sleep(10)
go.set()
