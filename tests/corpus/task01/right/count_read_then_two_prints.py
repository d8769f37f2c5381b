# verdict: passed
# why: The count is kept in a variable over one other print, which is no wait.
import threading

def job():
    num = threading.active_count()
    nm = threading.current_thread().name
    print(nm)
    print(num)

L = []
i = 0
while i < 10:
    L.append(threading.Thread(target=job, name="Thread_" + chr(65 + i)))
    L[i].start()
    i = i + 1
i = 0
while i < 10:
    L[i].join()
    i = i + 1
print("finish!!!")
