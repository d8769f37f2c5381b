"""Thread, function and exception names that are markup and control characters."""
# task 5 · failed · *
import threading

Bad = type("</script>\u202e\x1b[2J", (Exception,), {})


def work():
    raise Bad("\x1b]0;x\x07")


work.__qualname__ = "<b>\ud800\x00"
thread = threading.Thread(target=work, name="</td>\u202e\x1b[31m\ud800" * 1000)
thread.start()
thread.join()
