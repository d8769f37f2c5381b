# verdict: failed by private_name
# why: There is a blank behind the x.
import threading

local = threading.local()
names = "Alex ,Alex ,Alex ,Alex ,Alex ,Alex ,Alex ,Alex ,Alex ,Alex ".split(",")


def work(value):
    local.name = value


for n in names:
    threading.Thread(target=work, args=(n,)).start()
