"""What passes between the student's process and the conductor: operations, notes, go-aheads.

An *announcement* is one fixed struct, followed by notes in JSON: "thread 3 wants to acquire
resource 7, at most for 2 s, at source position 12". A *go* is one fixed struct: the virtual time,
the result of the operation, and a number that the next announcement has to echo, so that nothing
can speak out of turn. Only one thread of the program runs at a time, so a single pipe carries the
announcements of all threads without a race, and each thread has a pipe of its own for its go.
"""

from __future__ import annotations

import struct
from enum import IntEnum

ANNOUNCEMENT = struct.Struct("<IBBHIqqIQ")
"""length of the notes, operation, flags, thread, resource, argument, wait (ns, -1 for ever),
source position, nonce"""
GO = struct.Struct("<qqQ")
"""virtual time (ns), result, nonce"""
NOTES_LIMIT = 1 << 20
"""bytes of notes that one announcement may carry"""
FOREVER = -1
THREADS_LIMIT = 160
"""threads that one program may start: each has a pipe of its own, made before the program runs"""


class Op(IntEnum):
    """What a thread can ask for. The order is part of the wire format."""

    BEGIN = 1  # a started thread's first step
    END = 2  # argument 1: the main thread's own code is through, the interpreter's exit begins
    START = 3  # result: index of the new thread
    JOIN = 4  # argument: thread index
    ACQUIRE = 5  # lock, rlock, semaphore
    RELEASE = 6  # argument: how many
    LOCKED = 7  # result: a lock's or semaphore's state
    WAIT = 8  # event
    SET = 9
    CLEAR = 10
    IS_SET = 11
    COND_WAIT = 12  # argument: the lock's resource
    NOTIFY = 13  # argument: how many, -1 all
    PUT = 14
    GET = 15
    SIZE = 16
    TASK_DONE = 17
    QUEUE_JOIN = 18
    SHUT_DOWN = 19  # argument: 1 immediate
    SLEEP = 20
    OUTPUT = 21  # argument: 1 stdout, 2 stderr
    READ = 22  # a shared variable
    WRITE = 23
    ACTIVE = 24  # active_count, enumerate; result: how many
    ALIVE = 25  # argument: thread index
    CLOCK = 26  # a clock was read very often
    LOOP = 27  # a loop went round very often
    ALARM = 28  # wait: until the signal; argument: interval (ns)
    PAUSE = 29  # argument 1: a signal ends it; 0: only time does
    EXIT = 30  # argument: exit status
    UNMODELLED = 31  # never granted
    RESUME = 32  # a signal handler has run: go on with what it broke off; argument 1: it raised
    GONE = 33  # an ended thread's very last word
    FORK = 34  # result: number of the new process << 16 | index of its first thread
    FORKED = 35  # the parent goes on after a fork; argument 1: there is a child, 0: it failed
    WAIT_CHILD = 36  # argument: process, -1 any child; result: process << 16 | wait status
    KILL = 37  # argument: process << 8 | signal
    RECEIVE = 38  # read what lies ready in a pipe
    SEND = 39  # write to a pipe
    PEEK = 40  # does anything lie ready?
    AWAIT = 41  # argument: how many descriptors; until one of them is ready
    TURN = 42  # an event loop goes round, or a coroutine has its say; wait: until its next timer
    VISIT = 43  # one step of a scenario's client; never announced. See `world.visitors`
    # Of sockets; result: >= 0 or -errno. Those of ANSWERED are followed by bytes where it is >= 0.
    NET_BIND = 44  # payload: host, port
    NET_LISTEN = 45  # argument: backlog
    NET_CONNECT = 46  # payload: host, port; argument 1: wait for what is under way
    NET_ACCEPT = 47  # result: number of the connection
    NET_RECEIVE = 48  # argument: how many bytes at most << 1 | 1 to leave them there
    NET_SEND = 49  # payload: the bytes in base64; result: how many were taken
    NET_SHUTDOWN = 50  # argument: 0 reading, 1 writing, 2 both
    NET_CLOSE = 51  # this process holds it no longer
    NET_POLL = 52  # until something watched is ready; result: how many; payload: what is watched
    NET_STATE = 53  # argument: 1 its addresses, 2 its error, which it then has no more


LOCAL_BITS = 20
"""of the number of a resource or position: what its process counts by itself; above: the process"""
SHARED = 1 << 31
"""the bit of resources that a fork does not copy: semaphores between processes, pipes"""
PROCESSES_LIMIT = 64
"""processes that one program may start"""
HAS_MAIL = 1
"""flag of an announcement: descriptors were sent ahead of it, on the socket for them"""
LETTER = struct.Struct("<BHI")
"""what goes with descriptors: kind (see `Letter`), thread, process"""


class Letter(IntEnum):
    """What a message with descriptors is for."""

    HELLO = 1  # a new process: its announcement pipe, and the go pipe of its first thread
    GO_PIPE = 2  # the go pipe of another thread
    PARK = 3  # descriptors to wait for; an event mask of two bytes follows for each


CLIENTS_FIRST = 5000
"""threads from here on are a scenario's clients, and have no pipe"""
SLOT_SHIFT = 32
"""with clients the result of START tells too which go pipe the new thread has: they are used again"""
ANSWERED = frozenset({Op.NET_BIND, Op.NET_CONNECT, Op.NET_ACCEPT, Op.NET_RECEIVE, Op.NET_POLL,
                      Op.NET_STATE})
"""operations whose go is followed, where the result is >= 0, by a length and so many bytes"""
NETWORK = frozenset(op for op in Op if op >= Op.NET_BIND)
BODY = struct.Struct("<I")
BODY_LIMIT = 1 << 16
"""bytes that one go may bring: a short read is legal"""
SEND_LIMIT = 1 << 19
"""bytes that one announcement may bring: a short write is legal, too"""
NO_WAIT, TIMED_WAIT, LONG_WAIT, WAITED = 0, 1, 2, 4
"""what the log has as the argument of operations of sockets that can wait: how they were asked for,
and whether that had to wait"""
MADE_BY_WORLD = SHARED | 2047 << LOCAL_BITS
"""numbers of sockets that the world makes: of a connection the client's end, and the server's next"""

INTERRUPTED = -2
"""result of an operation that a signal broke off: run the handler, then ask again"""
TIMED_OUT = 0
DONE = 1
REFUSED = -1
"""the operation is an error here (releasing a lock that is not held): raise what the library raises"""
QUEUE_ENDED = -3
"""the queue was shut down"""


def pack_announcement(
    op: int, thread: int, resource: int, argument: int, wait_ns: int, where: int, nonce: int,
    notes: bytes,
) -> bytes:
    """Build one announcement; `notes` is a JSON array or empty."""
    return ANNOUNCEMENT.pack(
        len(notes), op, 0, thread, resource, argument, wait_ns, where, nonce
    ) + notes

OpName = str
"""name of an `Op`, as the log has it"""
