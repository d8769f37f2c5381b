# verdict: passed
# why: Each child joins the one started before it, before it prints, so that main joins only the last.
import threading


def work(before):
    if before is not None:
        before.join()
    print("轮到", threading.current_thread().name, "，还有", threading.active_count(), "个线程")


last = None
for i in range(10):
    last = threading.Thread(target=work, args=(last,))
    last.start()
last.join()
print("按顺序打印完毕")
