"""select with nothing to watch is a sleep."""
import select
import selectors

print(select.select([], [], [], 0.01), select.select([], [], [], 0))
print(selectors.DefaultSelector().select(0.01))
