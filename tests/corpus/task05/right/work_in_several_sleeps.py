# verdict: passed
# why: Work is four sleeps of a quarter second with progress lines.
import threading
import time

sem = threading.Semaphore(5)


def download(i):
    with sem:
        print(f'[{i}] 开始下载')
        for percent in (25, 50, 75, 100):
            time.sleep(0.25)
            print(f'[{i}] {percent}%')
        print(f'[{i}] 下载完成')


for i in range(10):
    threading.Thread(target=download, args=(i,)).start()
