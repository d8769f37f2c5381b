"""Annotations are read when somebody asks (3.14); templates, and `except` without brackets."""
# python: >=3.14
import annotationlib
import threading
from dataclasses import dataclass, field

later: Missing


@dataclass
class Job:
    owner: "Worker"
    steps: list[int] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)


class Worker(threading.Thread):
    job: Job | None = None

    def run(self) -> NotThere:
        with self.job.lock:
            self.job.steps.append(1)


def plain(a: int, b: Unknown = None) -> Worker: ...


worker = Worker(name="w")
worker.job = Job(worker)
worker.start()
worker.join()
print(worker.job.steps, Job.__annotations__["owner"])
print(annotationlib.get_annotations(plain, format=annotationlib.Format.FORWARDREF)["a"])
for wrong in (lambda: plain.__annotations__, lambda: __annotations__):
    try:
        print(wrong())
    except NameError, TypeError:
        print("not yet")
name = "x"
print([getattr(part, "value", part) for part in t"a{name}b"])
