# verdict: failed by thirty_seconds
# why: The program only says that it has waited.
def hello():
    print('Hello, World!')


print('等待 30 秒...')
print('30 秒到了')
hello()
