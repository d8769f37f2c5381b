# verdict: failed by three_items
# why: One single item.
def consumer():
    item = yield
    print("consumed", item)
    yield


c = consumer()
next(c)
print("produced", "bread")
c.send("bread")
