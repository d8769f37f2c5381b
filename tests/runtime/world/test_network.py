"""The modelled network as plain state: addresses, queues, errors, holders; and what may be forged."""

from __future__ import annotations

import errno

import pytest

from grader.runtime.wire import SHARED, Op
from grader.runtime.world import testimony
from grader.runtime.world.clients import load
from grader.runtime.world.control import ProtocolError
from grader.runtime.world.core import World
from grader.runtime.world.network import Network
from grader.runtime.world.resources import Pending, Resource
from grader.runtime.world.sockets import INET, INET6, Socket
from grader.runtime.world.strategies import RunToBlock
from grader.runtime.world.terms import Limits

_SCENARIO = """
from grader.runtime.world.clients import Client, Net, Script, scenario

def come(me: Client) -> Script:
    yield me.connect(within=5.0)
    yield me.send(b"hello")
    yield me.sleep(10.0)

@scenario("one")
def one(net: Net) -> None:
    "One comes."
    net.client("one", come)
"""


class Machine:
    """A network, and the operations of process 0 on it."""

    def __init__(self, capacity: int = 100) -> None:
        self.resources: dict[int, Resource] = {}
        self.network = Network(self.resources, capacity)
        self.made = 0

    def socket(self, family: int = INET, process: int = 0) -> Socket:
        self.made += 1
        made = self.network.make(SHARED | self.made, "socket", family, process)
        assert isinstance(made, Socket)
        self.resources[made.number] = made
        return made

    def do(self, op: Op, one: Socket, argument: int = 0, extra: object = None,
           process: int = 0, wait_ns: int = -1) -> int:
        pending = Pending(op, 0, one.number, argument, wait_ns, extra=extra)
        return self.network.perform(pending, process)[0]

    def listener(self, host: str = "127.0.0.1", port: int = 8000, backlog: int = 5,
                 family: int = INET) -> Socket:
        made = self.socket(family)
        assert self.do(Op.NET_BIND, made, extra=(host, port)) == 0
        assert self.do(Op.NET_LISTEN, made, backlog) == 0
        return made


@pytest.mark.parametrize(("first", "second", "result"), [
    ("127.0.0.1", "127.0.0.1", -errno.EADDRINUSE),
    ("127.0.0.1", "0.0.0.0", -errno.EADDRINUSE),
    ("127.0.0.1", "127.0.0.2", 0),
    ("127.0.0.1", "10.1.1.1", -errno.EADDRNOTAVAIL),
    ("127.0.0.1", "nonsense", -errno.EADDRNOTAVAIL),
])
def test_an_address_belongs_to_one_listener(first: str, second: str, result: int) -> None:
    """And to this machine."""
    machine = Machine()
    machine.listener(first)
    assert machine.do(Op.NET_BIND, machine.socket(), extra=(second, 8000)) == result


def test_both_families_share_a_port_unless_one_takes_both() -> None:
    """As Linux has it: `::` means IPv4 too, but for IPV6_V6ONLY."""
    machine = Machine()
    machine.listener("0.0.0.0")
    six = machine.socket(INET6)
    assert machine.do(Op.NET_BIND, six, extra=("::", 8000)) == -errno.EADDRINUSE
    six.only_v6 = True
    assert machine.do(Op.NET_BIND, six, extra=("::", 8000)) == 0
    assert machine.do(Op.NET_BIND, machine.socket(INET6), extra=("::1", 9000)) == 0


def test_a_queue_holds_one_more_than_its_backlog() -> None:
    """Who comes then waits for a place, and gets it when somebody is accepted."""
    machine = Machine()
    listener = machine.listener(backlog=1)
    ends = [machine.network.connect_client("127.0.0.1") for _ in range(2)]
    assert None not in ends and not machine.network.may_connect()
    assert machine.network.connect_client("127.0.0.1") is None
    assert machine.do(Op.NET_ACCEPT, listener) > 0
    assert machine.network.may_connect()


def test_clients_wait_for_a_first_listener_and_are_refused_after_the_last() -> None:
    """Nobody is refused by a server that has not begun."""
    machine = Machine()
    assert not machine.network.may_connect()
    listener = machine.listener()
    end = machine.network.connect_client("127.0.0.9")
    assert end is not None and end.address is not None and end.address[0] == "127.0.0.9"
    machine.do(Op.NET_CLOSE, listener)
    assert end.error == errno.ECONNRESET and machine.network.may_connect()
    with pytest.raises(ConnectionRefusedError):
        machine.network.connect_client("127.0.0.1")


def test_a_socket_is_closed_when_no_process_holds_it() -> None:
    """A fork shares it; a death gives it back."""
    machine = Machine()
    listener = machine.listener()
    end = machine.network.connect_client("127.0.0.1")
    number = machine.do(Op.NET_ACCEPT, listener)
    connection = machine.resources[number]
    assert isinstance(connection, Socket) and end is not None
    machine.network.inherit(0, 1)
    machine.do(Op.NET_CLOSE, connection)
    assert not end.finished
    machine.network.abandon(1)
    assert end.finished and connection.state == "closed" and listener.state == "listening"


def test_a_full_buffer_takes_what_fits() -> None:
    """And says so to `poll` only when a third of it is free."""
    machine = Machine(capacity=90)
    listener = machine.listener()
    end = machine.network.connect_client("127.0.0.1")
    connection = machine.resources[machine.do(Op.NET_ACCEPT, listener)]
    assert isinstance(connection, Socket) and end is not None
    assert machine.do(Op.NET_SEND, connection, extra=b"x" * 100, wait_ns=0) == 90
    assert machine.do(Op.NET_SEND, connection, extra=b"x", wait_ns=0) == -errno.EAGAIN
    end.receive(29)
    assert not connection.events() & 4 and connection.may_send()
    end.receive(1)
    assert connection.events() & 4


def test_who_leaves_bytes_unread_resets_the_connection() -> None:
    """What had come before can still be read, then the error comes once, then the end."""
    machine = Machine()
    listener = machine.listener()
    end = machine.network.connect_client("127.0.0.1")
    connection = machine.resources[machine.do(Op.NET_ACCEPT, listener)]
    assert isinstance(connection, Socket) and end is not None
    end.send(b"question")
    connection.send(b"answer")
    machine.do(Op.NET_CLOSE, connection)
    assert [end.receive(100)[0] for _ in range(3)] == [6, -errno.ECONNRESET, 0]


def world() -> World:
    """A world with one client, and a socket (1) and a selector (2) of process 0."""
    made = World(RunToBlock(), False, Limits(), net=load(_SCENARIO)[0].plan())
    made.note(0, ["resource", SHARED | 1, "socket", INET, None, 0])
    made.note(0, ["resource", SHARED | 2, "selector", 0, None, 0])
    return made


@pytest.mark.parametrize(("pending", "payload"), [
    (Pending(Op.VISIT, 0), None),
    (Pending(Op.NET_RECEIVE, 0, 0, 10), None),
    (Pending(Op.NET_RECEIVE, 0, SHARED | 2, 10), None),
    (Pending(Op.NET_POLL, 0, SHARED | 1), None),
    (Pending(Op.NET_RECEIVE, 0, SHARED | 1, -2), None),
    (Pending(Op.NET_SEND, 0, SHARED | 1), ["no base64!"]),
    (Pending(Op.NET_SEND, 0, SHARED | 1), None),
    (Pending(Op.NET_BIND, 0, SHARED | 1), ["127.0.0.1", "70000"]),
    (Pending(Op.NET_BIND, 0, SHARED | 1), ["127.0.0.1"]),
    (Pending(Op.NET_POLL, 0, SHARED | 2), ["3:77:1"]),
    (Pending(Op.NET_POLL, 0, SHARED | 2), ["3:4"]),
])
def test_forged_operations_of_sockets_are_refused(
    pending: Pending, payload: list[str] | None
) -> None:
    """Whatever the student's process says."""
    with pytest.raises(ProtocolError):
        testimony.check(world(), pending, payload)


def test_a_clients_end_is_out_of_reach() -> None:
    """The program cannot read or close what belongs to a client, nor use sockets where none are."""
    made = world()
    assert made.serving is not None
    listener = made.resources[SHARED | 1]
    assert isinstance(listener, Socket)
    made.serving.network.perform(Pending(Op.NET_BIND, 0, listener.number, extra=("127.0.0.1", 80)), 0)
    made.serving.network.perform(Pending(Op.NET_LISTEN, 0, listener.number, 5), 0)
    end = made.serving.network.connect_client("127.0.0.1")
    assert end is not None
    for op in (Op.NET_RECEIVE, Op.NET_CLOSE):
        with pytest.raises(ProtocolError):
            testimony.check(made, Pending(op, 0, end.number, 10), None)
    with pytest.raises(ProtocolError):
        testimony.check(World(RunToBlock(), False, Limits()), Pending(Op.NET_LISTEN, 0), None)


@pytest.mark.parametrize("note", [
    ["watch", SHARED | 2, 3, 99, 1], ["watch", SHARED | 1, 3, SHARED | 1, 1],
    ["pair", SHARED | 1, SHARED | 1], ["option", SHARED | 1, "state", True],
    ["resource", SHARED | 3, "socket", 77, None, 0],
])
def test_forged_notes_about_sockets_are_refused(note: list[object]) -> None:
    """They name only what the process has."""
    with pytest.raises(ValueError):
        world().note(0, note)
