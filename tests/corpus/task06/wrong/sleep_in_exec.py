# verdict: failed by no_sleep
# why: The sleep hides in a string that exec runs.
import base64

code = base64.b64decode('aW1wb3J0IHRpbWU7IHRpbWUuc2xlZXAoMzAp')


def hello():
    print('Hello, World!')


exec(code)      # 等 30 秒
hello()
