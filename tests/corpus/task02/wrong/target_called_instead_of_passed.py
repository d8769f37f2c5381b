# verdict: failed by ten_threads
# why: target=work() runs the function in the main thread, and the ten threads have nothing to run.
# also: private_name, one_object
import threading

local = threading.local()


def work():
    local.name = "Alex"
    print(threading.current_thread().name, local.name)


for i in range(10):
    threading.Thread(target=work()).start()
