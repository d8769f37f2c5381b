# verdict: passed
# why: A Timer with arguments for hello, joined by main, other lines before and after.
import threading
import time


def hello(text, mark='!'):
    print(text + mark)


print('程序开始', time.ctime())
计时器 = threading.Timer(30.0, hello, args=('Hello, World',), kwargs={'mark': '!'})
计时器.start()
计时器.join()
print('程序结束', time.ctime())
