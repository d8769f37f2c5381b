# verdict: passed
# why: One object of the student's holds the local, and its method is the target of all ten.
import threading


class App:
    def __init__(self):
        self.context = threading.local()

    def handle(self, number):
        self.context.name = "Alex"
        self.context.number = number
        self.log()

    def log(self):
        print(f"请求{self.context.number}: {self.context.name}")


app = App()
threads = [threading.Thread(target=app.handle, args=(n,)) for n in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
