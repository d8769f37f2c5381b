"""sched: order by time and priority, cancel, non-blocking run, own clock."""
import sched
import time

agenda = sched.scheduler(time.monotonic, time.sleep)
for delay, priority, word in [(0.02, 1, "c"), (0.01, 2, "b"), (0.01, 1, "a"), (0.03, 1, "d")]:
    agenda.enter(delay, priority, print, argument=(word,), kwargs={"end": ";\n"})
gone = agenda.enter(0.005, 1, print, ("never",))
agenda.cancel(gone)
print(len(agenda.queue), agenda.empty())
agenda.run()
print(agenda.empty())
later = sched.scheduler()
later.enter(1000, 1, print)
print(later.run(blocking=False) > 990, len(later.queue))
absolute = sched.scheduler(time.time, time.sleep)
absolute.enterabs(time.time() + 0.01, 1, print, ("absolute",))
absolute.run()
