"""第 8 题 / Task 8: 用管道实现进程间通信 / a pipe between processes.

运行 / run:  python task08.py
"""

import multiprocessing


def child(connection):
    # TODO: 发送一条消息, 关闭 / send a message, close
    pass


def main():
    ours, theirs = multiprocessing.Pipe()
    # TODO: 启动子进程, 接收并打印, 再 join / start the child, receive and print, then join


if __name__ == "__main__":
    main()
