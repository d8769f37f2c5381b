"""`_thread`: start_new_thread, allocate_lock, exit, errors."""
import _thread

done = _thread.allocate_lock()
done.acquire()


def work(first, second=None):
    print(first, second, _thread.get_ident() > 0)
    done.release()


ident = _thread.start_new_thread(work, (1,), {"second": 2})
done.acquire()
print(ident > 0)
for arguments in [(1, ()), (work, [1]), (work, (), 3), (work,)]:
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as problem:
        print("TypeError")


def leave():
    done.release()
    _thread.exit()
    print("never")


_thread.start_new_thread(leave, ())
done.acquire()
print(_thread.LockType is type(done), isinstance(_thread.error(), RuntimeError), done.locked())
