"""第 5 题 / Task 5: 十个线程, 同时只有五个 / ten threads, five at a time.

运行 / run:  python task05.py
"""

import threading
import time


def work(number):
    # TODO: 先占一个位置, 没有就阻塞着等 / take a place first, block while there is none
    print(f"线程 {number} 开始 / thread {number} begins")
    time.sleep(1)
    print(f"线程 {number} 结束 / thread {number} ends")
    # TODO: 归还位置, 出了异常也要还 / give the place back, after an exception too


def main():
    # TODO: 改成十个线程 (现在只有两个) / make it ten threads (now there are two)
    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
