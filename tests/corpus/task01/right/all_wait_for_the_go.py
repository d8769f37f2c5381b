# verdict: passed
# why: All ten wait for an event that main sets when the last one is started; then main joins.
import threading

go = threading.Event()


def runner(lane):
    go.wait()
    print(f"lane {lane}: {threading.current_thread().name}, {threading.active_count()} active")


threads = [threading.Thread(target=runner, args=(lane,)) for lane in range(1, 11)]
for t in threads:
    t.start()
print("预备……跑！")
go.set()
for t in threads:
    t.join()
print("比赛结束")
