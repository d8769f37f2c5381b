"""wait and as_completed: which are done, which are not, time-outs."""
import concurrent.futures as futures
import threading

gate = threading.Event()
with futures.ThreadPoolExecutor(4) as pool:
    quick = [pool.submit(lambda n=n: n) for n in range(3)]
    slow = pool.submit(gate.wait)
    done, left = futures.wait([*quick, slow], timeout=0.05)
    print(sorted(f.result() for f in done), left == {slow})
    done, left = futures.wait([*quick, slow], return_when=futures.FIRST_COMPLETED)
    print(len(done) >= 1, slow in left)
    try:
        slow.result(timeout=0.01)
    except futures.TimeoutError as problem:
        print("TimeoutError", isinstance(problem, TimeoutError))
    try:
        for future in futures.as_completed([slow], timeout=0.01):
            print("never")
    except TimeoutError as problem:
        print("TimeoutError", problem)
    gate.set()
    print(slow.result(), sorted(f.result() for f in futures.as_completed(quick)))
    print(futures.wait([slow]).not_done)
