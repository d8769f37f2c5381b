# verdict: passed
# why: Everything stands at module level, the time is printed with strftime, and main joins at the end.
import threading, time

start = threading.Event()
threads = []

def 打印时间(编号):
    print(f"子线程{编号} 等待中...")
    start.wait()
    print(f"子线程{编号} 当前时间:", time.strftime("%Y-%m-%d %H:%M:%S"))

for i in range(10):
    t = threading.Thread(target=打印时间, args=(i,))
    threads.append(t)
    t.start()

print("主线程开始睡眠10秒")
time.sleep(10)
print("主线程醒了")
start.set()
for t in threads:
    t.join()
print("全部结束")
