"""第 6 题 / Task 6: 30 秒后才执行 hello, 不用 time.sleep / hello after 30 s, without time.sleep.

运行 / run:  python task06.py
"""


def hello():
    # TODO: 改成题目要求的文字, 一字不差 / print the asked text, to the letter
    print("Hello?")


def main():
    print("程序开始, 请等 30 秒 / started, please wait 30 seconds")
    # TODO: 先阻塞地等 30 秒, 不空转 / block for 30 seconds first, without spinning
    # TODO: 想一想标准库里谁会定时 / who in the standard library can keep time?
    hello()


if __name__ == "__main__":
    main()
