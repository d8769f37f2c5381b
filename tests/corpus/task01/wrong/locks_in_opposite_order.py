# verdict: failed by clean_end
# why: Even children take A then B, odd ones B then A: a deadlock in a rare order.
import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
total = 0


def work(n):
    global total
    print(threading.current_thread().name, threading.active_count())
    first, second = (lock_a, lock_b) if n % 2 == 0 else (lock_b, lock_a)
    with first:
        with second:
            total += n


threads = [threading.Thread(target=work, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("总和", total)
