"""Thread names are numbered and say the target's name."""
import threading


def work():
    print(threading.current_thread().name, threading.current_thread().getName())


class Worker(threading.Thread):
    def run(self):
        print(self.name, self is threading.current_thread())


threads = [
    threading.Thread(target=work), threading.Thread(target=work, name="mine"), Worker(),
    threading.Thread(target=lambda: work()), threading.Thread(None, work, "third", ()),
    Worker(name="own"), threading.Thread(target=print, args=("printed",)),
]
for thread in threads:
    print(thread.name, thread.daemon, thread.ident, thread.native_id, thread.is_alive())
    thread.start()
    thread.join()
    print(thread.is_alive(), thread.ident is not None)
threads[0].name = "later"
threads[0].setName("latest")
print(threads[0].name, threading.main_thread().name, threading.current_thread().name)
print(repr(threads[0]).split(" ")[0], repr(threads[0]).split(",")[1].split(" ")[1])
print(repr(threading.Thread(name="new")))
