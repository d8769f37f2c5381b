# verdict: passed
# why: Each bun goes to a consumer chosen at random; the line has two numbers.
import random
def producer(consumers):
    for c in consumers: c.__next__()
    for i in range(1, 8):
        k = random.randrange(len(consumers))
        print(f"师傅做好了第{i}个包子，给了第{k}个人")
        consumers[k].send(f"包子{i}")
def consumer(name):
    print(name, "来了")
    while True:
        b = yield
        print(f"{name}吃了{b}")
producer([consumer("小明"), consumer("小红"), consumer("小刚")])
