# verdict: failed by private_name
# why: self.name is an attribute of the Thread object (and in fact its name).
# also: one_object
import threading


class Worker(threading.Thread):
    def run(self):
        self.name = "Alex"
        print(self.name, self.ident)


workers = [Worker() for _ in range(10)]
for w in workers:
    w.start()
for w in workers:
    w.join()
