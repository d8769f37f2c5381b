# verdict: passed
# why: The Timer calls a lambda, and the lambda calls hello.
import threading


def hello():
    print("Hello, World!")


threading.Timer(30, lambda: hello()).start()
print("请等待30秒...")
