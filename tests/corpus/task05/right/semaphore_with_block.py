# verdict: passed
# why: The with statement holds the place, everything at module level, joined at the end.
import threading, time

信号量 = threading.Semaphore(5)

def 干活(编号):
    with 信号量:
        print(f"线程{编号} 开始工作")
        time.sleep(1)
        print(f"线程{编号} 结束工作")

线程表 = []
for 编号 in range(1, 11):
    线程 = threading.Thread(target=干活, args=(编号,))
    线程.start()
    线程表.append(线程)
for 线程 in 线程表:
    线程.join()
print("全部完成")
