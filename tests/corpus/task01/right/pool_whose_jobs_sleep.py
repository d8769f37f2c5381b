# verdict: passed
# why: Each of the pool's ten jobs sleeps 0.3 s, so each has a worker of its own.
import concurrent.futures
import threading
import time


def 任务(编号):
    time.sleep(0.3)
    print("任务%d 线程名:%s 活跃线程数:%d" % (编号, threading.current_thread().name, threading.active_count()))
    return 编号


if __name__ == "__main__":
    pool = concurrent.futures.ThreadPoolExecutor(10)
    futures = [pool.submit(任务, i) for i in range(10)]
    concurrent.futures.wait(futures)
    pool.shutdown()
    print("主线程：全部完成")
