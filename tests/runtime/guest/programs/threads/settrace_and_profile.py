"""threading.setprofile reaches each new thread."""
import threading

calls = []


def profile(frame, event, argument):
    if frame.f_code.co_name == "work" and event in ("call", "return"):
        calls.append(event)


def work():
    return 1


threading.setprofile(profile)
thread = threading.Thread(target=work)
thread.start()
thread.join()
threading.setprofile(None)
print(calls)
