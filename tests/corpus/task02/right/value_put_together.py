# verdict: passed
# why: The value is put together from pieces and equals "Alex".
import threading

local = threading.local()


def work(*letters):
    local.name = ""
    for letter in letters:
        local.name += letter
    print(local.name)


threads = [threading.Thread(target=work, args=tuple("Alex")) for _ in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
