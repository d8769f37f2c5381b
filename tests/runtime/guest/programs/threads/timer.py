"""A Timer: arguments, cancel, name, representation."""
import threading

timer = threading.Timer(0.01, print, args=["fired"], kwargs={"end": "!\n"})
print(timer.name, timer.interval, timer.daemon)
timer.start()
timer.join()
print(timer.finished.is_set())
timer = threading.Timer(1000, print, ["never"])
timer.start()
print(timer.is_alive())
timer.cancel()
timer.join()
print(timer.is_alive(), timer.finished.is_set())
late = threading.Timer(0.001, print, ["late"])
late.cancel()
late.start()
late.join()
print(isinstance(timer, threading.Thread))
