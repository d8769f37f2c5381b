"""Clocks move forward, agree with each other, and have the usual types."""
import datetime
import time

for clock in (time.time, time.monotonic, time.perf_counter, time.process_time, time.thread_time):
    first, second = clock(), clock()
    print(clock.__name__ if False else "", type(first).__name__, second >= first)
for clock in (time.time_ns, time.monotonic_ns, time.perf_counter_ns, time.process_time_ns):
    print(type(clock()).__name__)
print(time.get_clock_info("monotonic").monotonic, time.timezone, time.tzname, time.daylight)
now = datetime.datetime.now()
print(abs(now.timestamp() - time.time()) < 5, now.tzinfo, len(now.strftime("%H:%M:%S.%f")))
print(datetime.date.today() == now.date(), datetime.datetime.today() >= now)
print(datetime.datetime.now(datetime.timezone.utc).utcoffset(), now.astimezone().utcoffset())
print(len(time.strftime("%Y-%m-%d %H:%M:%S")), len(time.ctime()), len(time.asctime()))
print(time.localtime().tm_year >= 2026, time.gmtime(0).tm_year, time.mktime(time.localtime()) > 0)
print(time.strftime("%H", time.gmtime(7200)), time.ctime(0), time.localtime(0)[:6])
print(datetime.datetime.fromtimestamp(0), datetime.timedelta(seconds=90))
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 0)
print(isinstance(now, datetime.datetime), repr(datetime.datetime(2026, 3, 2, 9, 0)))
