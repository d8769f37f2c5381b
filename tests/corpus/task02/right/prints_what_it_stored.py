# verdict: passed
# why: Sets the attribute from a plain argument and prints it from another function of the same thread.
import threading

local_data = threading.local()


def show():
    print("线程 %s 的私有变量 name = %s" % (threading.current_thread().name, local_data.name))


def work(value):
    local_data.name = value
    show()


if __name__ == '__main__':
    t_list = []
    for i in range(10):
        t = threading.Thread(target=work, args=("Alex",))
        t.start()
        t_list.append(t)
    for t in t_list:
        t.join()
    print('----主-----')
