# verdict: passed
# why: A subclass of local with methods, called in each of the ten threads.
import threading


class Session(threading.local):
    def login(self, who):
        self.name = who

    def whoami(self):
        return getattr(self, "name", "nobody")


session = Session()


def work():
    before = session.whoami()
    session.login("Alex")
    print(before, "->", session.whoami())


for i in range(10):
    t = threading.Thread(target=work)
    t.start()
