# verdict: failed by hello_prints
# why: "alex say Hello World!" is the homework's own text, and not the asked one.
from threading import Timer


def hello(name):
    print('%s say ' % name, 'Hello World!')


if __name__ == '__main__':
    t = Timer(30, hello, args=('alex',))
    t.start()
