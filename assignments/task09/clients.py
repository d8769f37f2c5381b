"""What the clients of task 9 do. What is expected of the server stands in `test_task09.py`."""

from grader.runtime.world import echo

polite = echo.polite
crowd = echo.crowd
leavers = echo.leavers
idle = echo.idle
stream = echo.stream
resets = echo.resets
junk = echo.junk
late = echo.late
greedy = echo.greedy
