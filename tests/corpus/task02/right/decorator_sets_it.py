# verdict: passed
# why: A decorator sets the attribute in the thread that calls the decorated function.
import functools
import threading

私有变量 = threading.local()


def 带名字(函数):
    @functools.wraps(函数)
    def 包装(*args):
        私有变量.name = "Alex"
        return 函数(*args)
    return 包装


@带名字
def 任务(编号):
    print(编号, 私有变量.name)


for i in range(10):
    threading.Thread(target=任务, args=(i,)).start()
