# verdict: passed
# why: Starting and joining sit in two functions, and the list is handed from one to the other.
import threading


def report():
    t = threading.current_thread()
    print(f"[{t.name}] ident={t.ident} active={threading.active_count()}")


def start_all(how_many):
    made = []
    for _ in range(how_many):
        t = threading.Thread(target=report)
        t.start()
        made.append(t)
    return made


def wait_for(threads):
    for t in threads:
        t.join()


def main():
    wait_for(start_all(10))
    print("main: nothing left to wait for")


main()
