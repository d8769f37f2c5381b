"""第 7 题 / Task 7: 用队列实现进程间通信 / a queue between processes.

运行 / run:  python task07.py
"""

import multiprocessing


def produce(queue):
    for number in range(3):
        # TODO: 放进队列 / put it into the queue
        print(f"生产 {number} / made {number}")
    # TODO: 告诉消费者结束了 / tell the consumer that this was all


def consume(queue):
    # TODO: 取出, 打印, 直到结束标记 / take and print until the end mark
    pass


def main():
    queue = multiprocessing.Queue()
    # TODO: 启动两个进程, 等它们结束 / start two processes, wait for them
    produce(queue)


if __name__ == "__main__":
    main()
