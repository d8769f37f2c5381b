# verdict: passed
# why: A generator consumer with a name, driven by plain code, Chinese words.
import time


def 消费者(名字):
    print("%s 准备吃包子啦!" % 名字)
    while True:
        包子 = yield
        print("包子[%s]来了,被[%s]吃了!" % (包子, 名字))


def 生产者():
    甲 = 消费者("张三")
    甲.__next__()
    print("老子开始准备做包子啦!")
    for i in range(10):
        time.sleep(1)
        print("做了第%s个包子!" % i)
        甲.send(i)


生产者()
