# verdict: failed by private_name
# why: A local variable of the function is not a threading.local.
# also: one_object
import threading


def work():
    name = "Alex"
    print("线程私有变量:", name)


for _ in range(10):
    threading.Thread(target=work).start()
