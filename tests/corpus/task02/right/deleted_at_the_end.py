# verdict: passed
# why: Each thread takes the attribute away again at its end, which is fine.
import threading

ctx = threading.local()


def work():
    ctx.name = "Alex"
    try:
        print("working for", ctx.name)
    finally:
        del ctx.name


threads = [threading.Thread(target=work) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(hasattr(ctx, "name"))
