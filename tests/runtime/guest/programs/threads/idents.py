"""Identifiers are positive, unique among the living, and the same everywhere."""
import threading

seen = []
gate = threading.Barrier(6)


def note():
    me = threading.current_thread()
    seen.append(me.ident)
    print(me.ident == threading.get_ident(), me.native_id == threading.get_native_id())
    gate.wait()


threads = [threading.Thread(target=note) for _ in range(5)]
for thread in threads:
    thread.start()
gate.wait()
for thread in threads:
    thread.join()
print(len(set(seen)), all(isinstance(i, int) and i > 0 for i in seen))
print([t.ident for t in threads] == seen or set(t.ident for t in threads) == set(seen))
main = threading.main_thread()
print(main.ident == threading.get_ident(), main.is_alive(), main.daemon)
