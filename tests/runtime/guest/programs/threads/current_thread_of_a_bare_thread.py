"""A bare thread gets a dummy Thread object when it asks."""
import _thread
import threading

done = threading.Event()


def work():
    me = threading.current_thread()
    print(me.name.startswith("Dummy"), me.daemon, me.is_alive(), me.ident == _thread.get_ident())
    done.set()


_thread.start_new_thread(work, ())
done.wait()
