# verdict: failed by private_name
# why: The answer printed in the homework has a function argument called name, and no thread-private storage.
# also: one_object
from threading import Thread

def task(name):
    print('%s is running' % name)

if __name__ == '__main__':
    for i in range(10):
        t = Thread(target=task, args=('alex_%s' % i,))
        t.start()
    print('----主-----')
