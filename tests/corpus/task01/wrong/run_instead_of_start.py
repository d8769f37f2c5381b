# verdict: failed by ten_threads
# why: t.run() runs the function in the main thread; no thread is ever started.
# also: together, own_name, active_count
import threading


class MyThread(threading.Thread):
    def run(self):
        print(self.name, threading.active_count())


threads = [MyThread() for i in range(10)]
for t in threads:
    t.run()
print("end")
