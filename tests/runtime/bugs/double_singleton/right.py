"""A singleton made under a lock."""
import threading


class Config:
    instance = None
    made = []
    lock = threading.Lock()

    @classmethod
    def get(cls):
        with cls.lock:
            if cls.instance is None:
                cls.made.append(1)
                cls.instance = cls()
        return cls.instance


threads = [threading.Thread(target=Config.get) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if len(Config.made) == 1 else "BUG")
