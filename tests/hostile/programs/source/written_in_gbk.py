# coding: gbk
"""Written in GBK, and right."""
# task 5 · passed · *
import threading, time

places = threading.Semaphore(5)

def work():
    with places:
        print(threading.current_thread().name, "开始")
        time.sleep(1)
        print(threading.current_thread().name, "结束")


threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
