# verdict: passed
# why: A class that extends Thread prints self.name in run().
import threading


class MyThread(threading.Thread):
    def run(self):
        print(f"当前线程名：{self.name}，当前活跃线程数量：{threading.active_count()}")


def main():
    threads = [MyThread() for _ in range(10)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print("所有子线程都结束了，主线程退出")


if __name__ == "__main__":
    main()
