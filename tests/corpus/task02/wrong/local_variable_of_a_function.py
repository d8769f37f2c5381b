# verdict: failed by private_name
# also: one_object
# why: A local variable of the function is not a threading.local.
import threading


def work():
    name = "Alex"
    print("线程私有变量:", name)


for _ in range(10):
    threading.Thread(target=work).start()
