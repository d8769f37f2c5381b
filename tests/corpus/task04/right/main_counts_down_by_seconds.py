# verdict: passed
# why: Main's ten seconds are ten sleeps of one second with a countdown printed.
import threading
import time

event = threading.Event()


def f(name):
    print(name, '准备好了')
    event.wait()
    print(name, '开始执行', time.ctime(time.time()))


for name in ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九', '吴十', '郑一', '冯二']:
    threading.Thread(target=f, args=(name,)).start()

for left in range(10, 0, -1):
    print('还剩 %d 秒' % left)
    time.sleep(1)
event.set()
