# verdict: passed
# why: The names are given as name=... when the threads are made, and read back from the thread.
import threading

名字 = ["赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王久", "冯九", "陈十"]


def 干活():
    我 = threading.current_thread()
    print(f"线程名：{我.name}；活跃线程数量：{threading.active_count()}；线程名称：{我.name}")


线程 = {n: threading.Thread(target=干活, name=n) for n in 名字}
for t in 线程.values():
    t.start()
for n in 名字:
    线程[n].join()
print("全部结束")
