# verdict: failed by clean_end
# why: After hello main waits for an event that nobody sets.
import threading

done = threading.Event()


def hello():
    print('Hello, World!')


threading.Timer(30, hello).start()
done.wait()
