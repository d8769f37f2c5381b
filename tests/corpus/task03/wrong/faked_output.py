# verdict: failed by coroutines
# why: A loop prints what a producer and a consumer would print.
for i in range(5):
    print(f"生产者生产了 {i}")
    print(f"消费者消费了 {i}")
