# verdict: failed by ten_threads
# also: together, own_name, active_count
# why: t.run() runs the function in the main thread; no thread is ever started.
import threading


class MyThread(threading.Thread):
    def run(self):
        print(self.name, threading.active_count())


threads = [MyThread() for i in range(10)]
for t in threads:
    t.run()
print("end")
