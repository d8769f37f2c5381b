# verdict: failed by own_name
# why: The jobs return their lines and the main thread prints them, so no child prints anything.
# also: active_count
from concurrent.futures import ThreadPoolExecutor
import threading

meet = threading.Barrier(10)


def job(_):
    meet.wait()
    return f"{threading.current_thread().name} {threading.active_count()}"


with ThreadPoolExecutor(10) as pool:
    for line in pool.map(job, range(10)):
        print(line)
