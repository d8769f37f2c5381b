"""第 4 题 / Task 4: 十个线程等主线程的 10 秒 / ten threads wait for main's ten seconds.

运行 / run:  python task04.py
"""

import threading
import time


def child(number):
    print(f"线程 {number} 准备好了 / thread {number} is ready")
    # TODO: 在这里阻塞, 直到主线程等完 / block here until the main thread has waited
    # TODO: 打印当前时间, 自己取 / print the current time, taken right here


def main():
    # TODO: 启动十个线程 (现在只有一个) / start ten threads (now there is one)
    thread = threading.Thread(target=child, args=(0,))
    thread.start()

    # TODO: 改成 10 秒 / make it 10 seconds
    time.sleep(1)

    # TODO: 放行所有线程 / let all the threads go
    # TODO: 等所有线程结束 / wait until all of them have ended
    thread.join()


if __name__ == "__main__":
    main()
