"""A singleton that two threads can both find missing."""
import threading


class Config:
    instance = None
    made = []

    @classmethod
    def get(cls):
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
