"""weakref.finalize runs at exit; __del__ runs when the last name goes."""
import weakref


class Thing:
    def __del__(self):
        print("deleted")


thing = Thing()
del thing


class Other:
    pass


other = Other()
weakref.finalize(other, print, "finalized")
print("end")
