"""Random race-free thread programs whose printed lines are the same in every schedule.

A program is a few *sections*, run one after another or side by side. Each section is one way of
using threads rightly (a lock around a counter, a bounded queue with sentinels, a barrier ...), with
random sizes, random naps and a random choice among ways of writing the same thing. What a section
prints does not depend on the order of its threads; the order of the lines may.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from textwrap import indent

HEAD = '''"""Program {seed} of the parity test."""
{imports}


def out(*words):
    {out}


def nap(seconds):
    {nap}
'''
_OUTS = (
    'sys.stdout.write(" ".join(map(str, words)) + "\\n")',
    'print(" ".join(map(str, words)) + "\\n", end="")',
)
_NAPS = ("time.sleep(seconds)", "threading.Event().wait(seconds)", "time.sleep(0)")
Section = Callable[[Random, int], str]


def make_program(seed: int) -> str:
    """The source of program number `seed`."""
    random = Random(f"parity/{seed}")
    count = random.randint(1, 3)
    bodies = [random.choice(SECTIONS)(random, number) for number in range(count)]
    functions = [f"def section_{n}():\n{indent(body, '    ')}" for n, body in enumerate(bodies)]
    late = any(word in body for body in bodies for word in ("Pool", "asyncio"))
    main = _calls(random, count, late)
    text = "\n\n\n".join([*functions, main])
    head = HEAD.format(
        seed=seed, out=random.choice(_OUTS), nap=random.choice(_NAPS), imports=_imports(text)
    )
    return f"{head}\n\n{text}\n"


def _imports(text: str) -> str:
    """What the sections use and no more: each import costs a program some time."""
    names = [name for name in ("asyncio", "contextlib", "queue", "sched") if f"{name}." in text]
    lines = [f"import {name}" for name in (*names, "sys", "threading", "time")]
    if "Pool" in text:
        lines.append("from concurrent.futures import ThreadPoolExecutor, as_completed, wait")
    return "\n".join(lines)


def _calls(random: Random, count: int, late: bool) -> str:
    """Lines that call the sections. `late`: one of them would fail after the main thread's end, as
    nothing can be submitted to a pool then."""
    names = [f"section_{n}" for n in range(count)]
    way = random.choice(("in turn", "side by side", "pool", "in turn" if late else "main last"))
    if way == "in turn":
        calls = "\n".join(f"{name}()" for name in names)
    elif way == "pool":
        calls = (
            f"with ThreadPoolExecutor({count}) as pool:\n"
            f"    for done in [pool.submit(f) for f in ({', '.join(names)},)]:\n"
            f"        done.result()"
        )
    elif way == "side by side":
        calls = (
            f"sections = [threading.Thread(target=f) for f in ({', '.join(names)},)]\n"
            "for thread in sections:\n    thread.start()\nfor thread in sections:\n"
            "    thread.join()"
        )
    else:
        started = "".join(f"threading.Thread(target={name}).start()\n" for name in names[:-1])
        calls = f"{started}{names[-1]}()"
    return f'{calls}\nout("end")'


def _threads(random: Random, target: str, count: int, args: str = "(i,)") -> str:
    """Lines that start `count` threads on `target` and join them."""
    named = random.choice(("", ', name=f"worker-{i}"', ", daemon=True"))
    made = f"threading.Thread(target={target}, args={args}{named})"
    if random.random() < 0.3:
        return (
            f"threads = []\nfor i in range({count}):\n    threads.append({made})\n"
            "    threads[-1].start()\nfor thread in reversed(threads):\n    thread.join()\n"
        )
    return (
        f"threads = [{made} for i in range({count})]\nfor thread in threads:\n"
        "    thread.start()\nfor thread in threads:\n    thread.join()\n"
    )


def _nap(random: Random) -> str:
    return random.choice(("pass", "nap(0)", f"nap({random.randint(1, 3)} / 1000)", "nap(0.001)"))


def counter(random: Random, number: int) -> str:
    """Threads add to a counter under one of many kinds of lock."""
    lock = random.choice((
        "threading.Lock()", "threading.RLock()", "threading.Condition()", "threading.Semaphore()",
        "threading.BoundedSemaphore(1)", "threading.Condition(threading.Lock())",
    ))
    threads, turns = random.randint(2, 4), random.randint(1, 4)
    body = f"for _ in range({turns}):\n    "
    body += random.choice((
        f"with lock:\n        {_nap(random)}\n        total[0] += 1",
        f"lock.acquire()\n    try:\n        total[0] = total[0] + 1\n    finally:\n"
        f"        lock.release()\n    {_nap(random)}",
    ))
    return (
        f"lock = {lock}\ntotal = [0]\n\n\ndef work(i):\n{indent(body, '    ')}\n"
        f'    out("counter {number}", i)\n\n\n{_threads(random, "work", threads)}'
        f'out("counter {number} total", total[0])'
    )


def places(random: Random, number: int) -> str:
    """A semaphore lets only so many in."""
    many, threads = random.randint(1, 3), random.randint(2, 5)
    kind = random.choice(("Semaphore", "BoundedSemaphore"))
    return (
        f"places = threading.{kind}({many})\nlock = threading.Lock()\ninside, peak = [0], [0]\n\n\n"
        "def work(i):\n    with places:\n        with lock:\n            inside[0] += 1\n"
        f"            peak[0] = max(peak[0], inside[0])\n        {_nap(random)}\n"
        f'        with lock:\n            inside[0] -= 1\n    out("places {number}", i)\n\n\n'
        f'{_threads(random, "work", threads)}'
        f'out("places {number}", peak[0] <= {many}, inside[0])'
    )


def chain(random: Random, number: int) -> str:
    """Each thread waits for an event and sets the next one: one order only."""
    threads = random.randint(2, 5)
    wait = random.choice(("wait()", "wait(50)", "wait(timeout=None)"))
    return (
        f"events = [threading.Event() for _ in range({threads + 1})]\norder = []\n\n\n"
        f"def work(i):\n    events[i].{wait}\n    order.append(i)\n    {_nap(random)}\n"
        f'    events[i + 1].set()\n\n\nevents[0].set()\n{_threads(random, "work", threads)}'
        f'out("chain {number}", order, events[-1].is_set())'
    )


def hand_over(random: Random, number: int) -> str:
    """Producers and consumers around one condition."""
    consumers, items = random.randint(1, 3), random.randint(1, 4)
    look = random.choice((
        "while not items:\n                condition.wait()",
        "condition.wait_for(lambda: items)",
        "while not items:\n                condition.wait(5)",
    ))
    notify = random.choice(("notify()", "notify_all()", "notify(1)"))
    return (
        "condition = threading.Condition()\nitems, got = [], []\n\n\ndef consume(i):\n"
        f"    for _ in range({items}):\n        with condition:\n            {look}\n"
        "            got.append(items.pop())\n\n\ndef produce(i):\n"
        f"    for value in range({items}):\n        with condition:\n"
        f"            items.append(i * 100 + value)\n            condition.{notify}\n"
        f"        {_nap(random)}\n\n\n"
        f"makers = [threading.Thread(target=produce, args=(i,)) for i in range({consumers})]\n"
        f"for maker in makers:\n    maker.start()\n{_threads(random, 'consume', consumers)}"
        f'for maker in makers:\n    maker.join()\nout("hand over {number}", sorted(got))'
    )


def line_of_work(random: Random, number: int) -> str:
    """A queue of one kind, workers that stop at a sentinel, perhaps joined by task_done."""
    kind = random.choice((
        "queue.Queue()", "queue.Queue(1)", "queue.Queue(maxsize=2)", "queue.PriorityQueue(3)",
        "queue.LifoQueue()", "queue.SimpleQueue()",
    ))
    workers, items = random.randint(1, 3), random.randint(1, 6)
    counts = kind != "queue.SimpleQueue()"
    done = "\n        line.task_done()" if counts else ""
    text = (
        f"line = {kind}\ntaken = threading.Semaphore(0)\ngot = []\n\n\ndef work(i):\n"
        f"    while True:\n        item = line.get(){done}\n        if item >= 1000:\n"
        f"            return\n        got.append(item)\n        {_nap(random)}\n"
        f"        taken.release()\n\n\ndef feed():\n    for item in range({items}):\n"
        f"        line.put(item)\n    for item in range({items}):\n        taken.acquire()\n"
        f"    for i in range({workers}):\n        line.put(1000 + i)\n\n\n"
        "feeder = threading.Thread(target=feed)\nfeeder.start()\n"
        f"{_threads(random, 'work', workers)}feeder.join()\n"
    )
    return text + ("line.join()\n" if counts else "") + (
        f'out("line {number}", sorted(got), line.qsize(), line.empty())'
    )


def rounds(random: Random, number: int) -> str:
    """Threads meet at a barrier; one of them says so."""
    threads, turns = random.randint(2, 4), random.randint(1, 3)
    return (
        f"barrier = threading.Barrier({threads}{random.choice(('', ', timeout=60'))})\n\n\n"
        f"def work(i):\n    for turn in range({turns}):\n        {_nap(random)}\n"
        f'        if barrier.wait() == 0:\n            out("round {number}", turn)\n\n\n'
        f'{_threads(random, "work", threads)}out("rounds {number}", barrier.broken)'
    )


def timers(random: Random, number: int) -> str:
    """Timers that fire and one that is cancelled."""
    count = random.randint(1, 3)
    return (
        f'timers = [threading.Timer(i / 500, out, ["timer {number}", i]) for i in range({count})]\n'
        'never = threading.Timer(500, out, ["never"])\nfor timer in [*timers, never]:\n'
        "    timer.start()\nnever.cancel()\nfor timer in [never, *timers]:\n    timer.join()\n"
        f'out("timers {number}", never.is_alive(), never.finished.is_set())'
    )


def pool(random: Random, number: int) -> str:
    """A thread pool: map, submit, as_completed, wait, errors."""
    workers, items = random.randint(1, 3), random.randint(1, 5)
    use = random.choice((
        f"results = list(pool.map(work, range({items})))",
        f"results = [f.result() for f in [pool.submit(work, i) for i in range({items})]]",
        f"results = sorted(f.result() for f in as_completed(pool.submit(work, i) for i in "
        f"range({items})))",
        f"done, left = wait([pool.submit(work, i) for i in range({items})])\n"
        "    results = sorted(f.result() for f in done)",
    ))
    return (
        f"def work(i):\n    {_nap(random)}\n    return i * i\n\n\ndef fail():\n"
        f"    raise ValueError({number})\n\n\nwith ThreadPoolExecutor({workers}) as pool:\n"
        f"    {use}\n    bad = pool.submit(fail)\n"
        f'out("pool {number}", results, repr(bad.exception()))'
    )


def own_values(random: Random, number: int) -> str:
    """Thread-local values stay apart."""
    threads = random.randint(2, 4)
    return (
        "mine = threading.local()\n\n\ndef work(i):\n    mine.value = i\n"
        f'    {_nap(random)}\n    out("own {number}", mine.value == i)\n\n\n'
        f'{_threads(random, "work", threads)}out("own {number}", hasattr(mine, "value"))'
    )


def ping_pong(random: Random, number: int) -> str:
    """Two threads take turns."""
    turns = random.randint(1, 4)
    return (
        "turns = [threading.Semaphore(1), threading.Semaphore(0)]\nsaid = []\n\n\ndef work(i):\n"
        f"    for turn in range({turns}):\n        turns[i].acquire()\n        said.append(i)\n"
        f"        {_nap(random)}\n        turns[1 - i].release()\n\n\n"
        f'{_threads(random, "work", 2)}out("ping pong {number}", said)'
    )


def families(random: Random, number: int) -> str:
    """Threads that start threads, and one that ends with an error that it catches itself."""
    threads, children = random.randint(1, 3), random.randint(1, 3)
    return (
        f'def child(i, j):\n    {_nap(random)}\n    out("child {number}", i, j)\n\n\n'
        "def work(i):\n    children = [threading.Thread(target=child, args=(i, j)) for j in "
        f"range({children})]\n    for thread in children:\n        thread.start()\n"
        "    for thread in children:\n        thread.join(60)\n"
        "    with contextlib.suppress(ZeroDivisionError):\n        1 / 0\n"
        f'    out("parent {number}", i, any(t.is_alive() for t in children))\n\n\n'
        f"{_threads(random, 'work', threads)}"
    ).rstrip()


def coroutines(random: Random, number: int) -> str:
    """An event loop with tasks, a queue, a thread."""
    tasks = random.randint(1, 4)
    return (
        "async def work(i, line):\n    await asyncio.sleep(i / 1000)\n    await line.put(i)\n"
        "    return i\n\n\nasync def main():\n"
        f"    line = asyncio.Queue({random.randint(0, 2)})\n"
        f"    tasks = [asyncio.create_task(work(i, line)) for i in range({tasks})]\n"
        f"    got = [await line.get() for _ in range({tasks})]\n"
        "    results = await asyncio.gather(*tasks)\n"
        "    return sorted(got), results, await asyncio.to_thread(lambda: 5)\n\n\n"
        f'out("coroutines {number}", *asyncio.run(main()))'
    )


def agenda(random: Random, number: int) -> str:
    """The library's scheduler, in a thread of its own."""
    return (
        "plan = sched.scheduler(time.monotonic, time.sleep)\n"
        f"for i in range({random.randint(1, 4)}):\n"
        f'    plan.enter(i / 500, 1, out, ("agenda {number}", i))\n'
        "runner = threading.Thread(target=plan.run)\nrunner.start()\nrunner.join()\n"
        f'out("agenda {number}", plan.empty())'
    )


SECTIONS: tuple[Section, ...] = (
    counter, places, chain, hand_over, line_of_work, rounds, timers, pool, own_values, ping_pong,
    families, coroutines, agenda,
)
