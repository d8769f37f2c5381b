"""TCP sockets at the level of `_socket.socket`: each operation is one of the world's network.

`socket.socket`, `socketserver`, `selectors` and `asyncio` run unchanged above. Behind each modelled
socket stands a real, unconnected one, so that numbers of descriptors, `fileno`, inheritance and the
flag for blocking are the kernel's own; nothing ever goes through it. Put in place only where the
task's scenario has clients: elsewhere a socket is not modelled, and asyncio needs none.
"""

from __future__ import annotations

import _socket
import errno
import itertools
import json
import os
import struct
from binascii import b2a_base64
from typing import Any

from grader.runtime.guest import descriptors, names, pipes
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.guest.descriptors import (
    Description,
    answered,
    ask,
    attach,
    close,
    drop,
    dup,
    failed,
    new_descriptor,
    table,
)
from grader.runtime.guest.refusals import refuse
from grader.runtime.wire import FOREVER, NO_WAIT, SEND_LIMIT, Op

_get_blocking, _set_blocking = os.get_blocking, os.set_blocking
_INET, _INET6, _UNIX = int(_socket.AF_INET), int(_socket.AF_INET6), int(_socket.AF_UNIX)
_STREAM = int(_socket.SOCK_STREAM)
_KIND = 0xF
_PEEK, _DONTWAIT, _WAITALL = 0x2, 0x40, 0x100
_QUIET = 0x4000 | 0x8000 | _DONTWAIT
_SOL_SOCKET, _IPV6, _TCP = 1, 41, 6
_OPTIONS = {(_SOL_SOCKET, 2): "reuse_address", (_SOL_SOCKET, 15): "reuse_port", (_IPV6, 26): "only_v6"}
_LINGER, _ERROR, _TYPE, _LISTENS = 13, 4, 3, 30
_DEFAULTS = {(_SOL_SOCKET, 7): 2_626_560, (_SOL_SOCKET, 8): 131_072}
_default_timeout: list[float | None] = [None]


_numbers = itertools.count(1)


def _address(found: Any) -> Any:
    if not found:
        return None
    return "" if found == [""] else tuple(found)


class socket:
    """Look-alike of `_socket.socket`."""

    __slots__ = ("_at", "_fd", "_hash", "_wait")
    _fd: int
    _at: Description
    type = _STREAM

    def __init__(
        self, family: int = -1, type: int = -1, proto: int = -1, fileno: Any = None
    ) -> None:
        self._fd = -1
        self._hash = next(_numbers)
        self._wait = _default_timeout[0]
        if fileno is not None:
            self._adopt(fileno)
        else:
            self._make(_INET if family == -1 else int(family), _STREAM if type == -1 else int(type),
                       0 if proto == -1 else int(proto))
        if self._wait is not None:
            _set_blocking(self._fd, False)

    def _adopt(self, fileno: Any) -> None:
        if not hasattr(type(fileno), "__index__"):
            raise TypeError(f"'{type(fileno).__name__}' object cannot be interpreted as an integer")
        fd = int(fileno)
        if fd < 0:
            raise ValueError("negative file descriptor")
        if fd not in table:
            os.fstat(fd)
            raise OSError(errno.ENOTSOCK, "Socket operation on non-socket")
        self._fd, self._at = fd, table[fd]

    def _make(self, family: int, kind: int, proto: int) -> None:
        if family not in (_INET, _INET6) or kind & _KIND != _STREAM or proto not in (0, _TCP):
            refuse("socket", family, kind, proto)
        self._fd = new_descriptor()
        if kind & 0x800:  # SOCK_NONBLOCK
            self._wait = 0.0
        self._at = Description(channel.new_shared("socket", family), family, proto)
        attach(self._fd, self._at)

    def __hash__(self) -> int:
        """A number and no address, so that a set of sockets has the same order in every run."""
        return self._hash

    # -- what it is ---------------------------------------------------------------------------

    def fileno(self) -> int:
        """The descriptor's number; -1 when it is closed."""
        return self._fd

    def __repr__(self) -> str:
        return (f"<socket object, fd={self._fd}, family={self.family}, type={self.type}, "
                f"proto={self.proto}>")

    @property
    def family(self) -> int:
        """AF_INET, AF_INET6, or AF_UNIX for a pair."""
        return self._at.family

    @property
    def proto(self) -> int:
        """As it was made."""
        return self._at.proto

    @property
    def timeout(self) -> float | None:
        """As `gettimeout`."""
        return self._wait

    def gettimeout(self) -> float | None:
        """None: it blocks; 0: it never does."""
        return self._wait

    def settimeout(self, value: Any, /) -> None:
        """Set that."""
        if value is not None:
            value = float(value) if not isinstance(value, float) else value
            if to_ns(value) < 0:
                raise ValueError("Timeout value out of range")
        self._wait = value
        if self._fd >= 0:
            _set_blocking(self._fd, value is None)

    def setblocking(self, flag: Any, /) -> None:
        """Block for ever, or never."""
        self.settimeout(None if flag else 0.0)

    def getblocking(self) -> bool:
        """Does it ever block?"""
        return self._wait != 0.0

    def _open(self) -> Description:
        """What it stands for. Raises OSError when it is closed."""
        found = table.get(self._fd)
        if found is None:
            raise OSError(errno.EBADF, "Bad file descriptor")
        return found

    def _wait_ns(self, flags: int = 0) -> int:
        if flags & _DONTWAIT or self._wait == 0.0:
            return 0
        if self._wait is not None:
            return to_ns(self._wait)
        return FOREVER if _get_blocking(self._fd) else 0

    # -- its ends -----------------------------------------------------------------------------

    def close(self) -> None:
        """Close the descriptor."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            drop(fd)

    def detach(self) -> int:
        """Give the descriptor away."""
        fd, self._fd = self._fd, -1
        return fd

    def __del__(self) -> None:
        if getattr(self, "_fd", -1) in table:
            self.close()

    def shutdown(self, how: int, /) -> None:
        """No more from this side, or to it."""
        result = ask(Op.NET_SHUTDOWN, self._open().number, int(how))
        if result < 0:
            raise failed(result)

    # -- names --------------------------------------------------------------------------------

    def getsockname(self) -> Any:
        """Its own address."""
        found = self._names()[0]
        if found is None:
            return ("0.0.0.0", 0) if self._at.family == _INET else ("::", 0, 0, 0)
        return found

    def getpeername(self) -> Any:
        """The other side's address. Raises OSError when there is none."""
        found = self._names()[1]
        if found is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        return found

    def _names(self) -> list[Any]:
        _, body = answered(Op.NET_STATE, self._open().number, 1)
        return [_address(one) for one in json.loads(body)]

    def bind(self, address: Any, /) -> None:
        """Take an address of this machine."""
        self._refuse_unix("bind", address)
        host, port = names.address(self._open().family, address, "bind")
        answered(Op.NET_BIND, self._open().number, payload=[host, str(port)])

    def _refuse_unix(self, what: str, address: Any) -> None:
        if self._open().family == _UNIX:
            refuse(what, address)

    def listen(self, backlog: int = 128, /) -> None:
        """Let others connect."""
        result = ask(Op.NET_LISTEN, self._open().number, max(0, int(backlog)))
        if result < 0:
            raise failed(result)
        self._open().listens = True

    # -- connections --------------------------------------------------------------------------

    def _accept(self) -> tuple[int, Any]:
        here = self._open()
        close(new_descriptor())  # is there a number for it?
        number, body = answered(Op.NET_ACCEPT, here.number, wait_ns=self._wait_ns())
        _, other = json.loads(body)
        made = Description(number, here.family, here.proto)
        try:
            fd = new_descriptor()
        except OSError:
            ask(Op.NET_CLOSE, number)
            raise
        attach(fd, made)
        return fd, _address(other)

    def connect(self, address: Any, /) -> None:
        """Connect to somebody on this machine."""
        result = self._connect(address)
        if result < 0:
            raise failed(result)

    def connect_ex(self, address: Any, /) -> int:
        """The same, but with an error number."""
        result = self._connect(address)
        return errno.EAGAIN if result == -errno.ETIMEDOUT else max(0, -result)

    def _connect(self, address: Any) -> int:
        here = self._open()
        self._refuse_unix("connect", address)
        host, port = names.address(here.family, address, "connect")
        if not host.startswith(("127.", "::ffff:127.")) and host not in ("::1", "0.0.0.0", "::"):
            refuse("a connection to another machine", host)
        wait_ns, payload = self._wait_ns(), [host, str(port)]
        result = ask(Op.NET_CONNECT, here.number, 0, wait_ns, payload)
        if result == -errno.EINPROGRESS and wait_ns:
            result = ask(Op.NET_CONNECT, here.number, 1, wait_ns, payload)
        if result >= 0:
            channel.read_body()
        return result

    # -- bytes --------------------------------------------------------------------------------

    def _receive(self, most: int, flags: int) -> bytes:
        here = self._open()
        if flags & ~(_PEEK | _QUIET | _WAITALL):
            refuse("recv", f"flags {flags}")
        if not most:
            return b""
        argument = most << 1 | bool(flags & _PEEK)
        _, data = answered(Op.NET_RECEIVE, here.number, argument, self._wait_ns(flags))
        while flags & _WAITALL and data and len(data) < most:
            rest = (most - len(data)) << 1
            _, more = answered(Op.NET_RECEIVE, here.number, rest, self._wait_ns())
            if not more:
                break
            data += more
        return data

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        """Receive what is there."""
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        return self._receive(int(bufsize), flags)

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """The same, into a buffer."""
        view = memoryview(buffer).cast("B")
        if nbytes < 0:
            raise ValueError("negative buffersize in recv_into")
        if nbytes > len(view):
            raise ValueError("buffer too small for requested bytes")
        data = self._receive(nbytes or len(view), flags)
        view[: len(data)] = data
        return len(data)

    def recvfrom(self, bufsize: int, flags: int = 0, /) -> tuple[bytes, Any]:
        """The same; a stream does not say from whom."""
        return self.recv(bufsize, flags), None

    def recvfrom_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> tuple[int, Any]:
        """The same, into a buffer."""
        return self.recv_into(buffer, nbytes, flags), None

    def recvmsg(self, bufsize: int, ancbufsize: int = 0, flags: int = 0, /) -> Any:
        """The same; nothing comes beside it."""
        return self.recv(bufsize, flags), [], 0, None

    def recvmsg_into(self, buffers: Any, ancbufsize: int = 0, flags: int = 0, /) -> Any:
        """The same, into the first of several buffers."""
        many = self.recv_into(next(iter(buffers)), 0, flags)
        return many, [], 0, None

    def _send(self, data: memoryview, flags: int, wait_ns: int) -> int:
        here = self._open()
        if flags & ~_QUIET:
            refuse("send", f"flags {flags}")
        piece = b2a_base64(data[:SEND_LIMIT], newline=False).decode()
        result = ask(Op.NET_SEND, here.number, 0, wait_ns, [piece])
        if result < 0:
            raise failed(result)
        return result

    def send(self, data: Any, flags: int = 0, /) -> int:
        """Send what fits; all of it where it blocks for ever, as the system call does."""
        rest = memoryview(data).cast("B")
        wait_ns = self._wait_ns(flags)
        if not len(rest):
            self._open()
            return 0
        sent = self._send(rest, flags, wait_ns)
        while wait_ns == FOREVER and sent < len(rest):
            try:
                sent += self._send(rest[sent:], flags, wait_ns)
            except OSError:
                break  # it is told with the next call
        return sent

    def sendall(self, data: Any, flags: int = 0, /) -> None:
        """Send all of it. The time-out is for the whole."""
        rest = memoryview(data).cast("B")
        self._open()
        wait_ns = self._wait_ns(flags)
        until = channel.clock + wait_ns
        while len(rest):
            left = wait_ns if wait_ns in (FOREVER, NO_WAIT) else until - channel.clock
            if wait_ns > 0 >= left:
                raise TimeoutError("timed out")
            rest = rest[self._send(rest, flags, left):]

    def sendto(self, data: Any, *arguments: Any) -> int:
        """Only for what is no stream."""
        refuse("sendto", *arguments)
        return 0

    def sendmsg(
        self, buffers: Any, ancdata: Any = (), flags: int = 0, address: Any = None, /
    ) -> int:
        """Send several buffers."""
        if list(ancdata) or address is not None:
            refuse("sendmsg", ancdata)
        return self.send(b"".join(bytes(memoryview(b)) for b in buffers), flags)

    # -- options ------------------------------------------------------------------------------

    def setsockopt(self, level: int, option: int, value: Any, length: Any = None, /) -> None:
        """Those that matter are told to the world; the others are remembered."""
        here = self._open()
        if isinstance(value, bytes | bytearray):
            here.options[level, option] = bytes(value)
            if (level, option) == (_SOL_SOCKET, _LINGER) and len(value) >= 8:
                on, seconds = struct.unpack("ii", value[:8])
                channel.note("option", here.number, "breaks_on_close", bool(on and not seconds))
            return
        here.options[level, option] = int(value)
        name = _OPTIONS.get((level, option))
        if name is not None:
            channel.note("option", here.number, name, bool(value))

    def getsockopt(self, level: int, option: int, length: int = 0, /) -> Any:
        """What was set, or what Linux says."""
        here = self._open()
        if (level, option) == (_SOL_SOCKET, _ERROR):
            return answered(Op.NET_STATE, here.number, 2)[0]
        if (level, option) == (_SOL_SOCKET, _TYPE):
            return _STREAM
        if (level, option) == (_SOL_SOCKET, _LISTENS):
            return int(here.listens)
        found = here.options.get((level, option), _DEFAULTS.get((level, option), 0))
        if length and not isinstance(found, bytes):
            return struct.pack("i", found)[:length]
        return found


def socketpair(family: int = _UNIX, type: int = _STREAM, proto: int = 0, /) -> tuple[socket, socket]:
    """Look-alike of `_socket.socketpair`."""
    if int(family) != _UNIX or int(type) & _KIND != _STREAM:
        refuse("socketpair", family, type)
    ends = []
    for _ in range(2):
        fd = new_descriptor()
        attach(fd, Description(channel.new_shared("socket", _UNIX), _UNIX))
        ends.append(socket(fileno=fd))
    channel.note("pair", ends[0]._at.number, ends[1]._at.number)
    return ends[0], ends[1]


def getdefaulttimeout() -> float | None:
    """What new sockets begin with."""
    return _default_timeout[0]


def setdefaulttimeout(value: Any, /) -> None:
    """Set that."""
    if value is not None and to_ns(value) < 0:
        raise ValueError("Timeout value out of range")
    _default_timeout[0] = None if value is None else float(value)


def read(fd: int, size: int) -> bytes:
    """`os.read` of a modelled socket."""
    wait_ns = FOREVER if _get_blocking(fd) else 0
    return answered(Op.NET_RECEIVE, table[fd].number, size << 1, wait_ns)[1]


def write(fd: int, data: Any) -> int:
    """`os.write` to a modelled socket."""
    other = socket(fileno=fd)
    try:
        other._wait = None
        return other.send(data)
    finally:
        other.detach()


def install() -> None:
    """Put the look-alikes into `_socket` and `os`, before `socket` is imported."""
    faces: dict[str, Any] = {
        "socket": socket, "SocketType": socket, "socketpair": socketpair, "dup": dup,
        "close": close, "getdefaulttimeout": getdefaulttimeout,
        "setdefaulttimeout": setdefaulttimeout,
    }
    faces |= {name: getattr(names, name) for name in (
        "getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr", "getnameinfo",
        "gethostname",
    )}
    for name, face in faces.items():
        setattr(_socket, name, face)
    socket.__module__ = "_socket"
    pipes.sockets.update(table=table, read=read, write=write)
    descriptors.install()
