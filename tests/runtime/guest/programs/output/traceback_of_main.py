"""A traceback of the main thread names the script's lines."""


def inner():
    return [][1]


print("before")
inner()
