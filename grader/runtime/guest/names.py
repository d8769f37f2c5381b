"""Names and addresses of this machine, answered without any network: `getaddrinfo` and its like.

Another machine's name is not modelled: the schedule ends there.
"""

from __future__ import annotations

import _socket
from ipaddress import ip_address
from typing import Any

from grader.runtime.guest.refusals import refuse

HOSTNAME = "grader"
LOOPBACK, LOOPBACK6 = "127.0.0.1", "::1"
_INET, _INET6 = int(_socket.AF_INET), int(_socket.AF_INET6)
_OURS = {"localhost", HOSTNAME, "ip6-localhost", "localhost.localdomain"}
_KINDS = ((1, 6), (2, 17), (3, 0))
_SERVICES = {"http": 80, "https": 443, "echo": 7, "http-alt": 8080}
_PASSIVE, _NUMERIC = 1, 4
error = _socket.gaierror


def _version(host: str) -> int:
    """4 or 6 for a numeric address, else 0."""
    try:
        return ip_address(host.partition("%")[0]).version
    except ValueError:
        return 0


def _is_ours(host: str) -> bool:
    return host.lower().rstrip(".") in _OURS


def _text(host: Any) -> str:
    if isinstance(host, bytes | bytearray):
        return bytes(host).decode()
    if not isinstance(host, str):
        raise TypeError("str, bytes or bytearray expected, not " + type(host).__name__)
    return host


def resolve(host: Any, family: int) -> str:
    """The numeric address that a socket of `family` means by a host. Raises gaierror."""
    name = _text(host)
    version = _version(name)
    if not name:
        return "0.0.0.0" if family == _INET else "::"
    if version:
        if version == 6 and family == _INET:
            raise error(-9, "Address family for hostname not supported")
        if version == 4 and family == _INET6:
            return "::ffff:" + name
        return name
    if not _is_ours(name):
        refuse("the name of another machine", name)
        raise error(-2, "Name or service not known")
    return LOOPBACK if family == _INET else LOOPBACK6


def address(family: int, given: Any, who: str) -> tuple[str, int]:
    """(numeric host, port) of an address of a socket. Raises what CPython raises."""
    kind = "AF_INET" if family == _INET else "AF_INET6"
    if not isinstance(given, tuple):
        raise TypeError(f"{who}(): {kind} address must be tuple, not {type(given).__name__}")
    least, most = (2, 2) if family == _INET else (2, 4)
    if not least <= len(given) <= most:
        raise TypeError(f"{who}(): wrong format for {kind} address")
    port = given[1]
    if not hasattr(type(port), "__index__"):
        raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
    if not 0 <= int(port) <= 65535:
        raise OverflowError(f"{who}(): port must be 0-65535.")
    return resolve(given[0], family), int(port)


def getaddrinfo(
    host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
) -> list[Any]:
    """Look-alike of `_socket.getaddrinfo`."""
    number = _port(port)
    if host is None:
        passive = flags & _PASSIVE
        hosts = [(_INET, "0.0.0.0"), (_INET6, "::")] if passive else [
            (_INET6, LOOPBACK6), (_INET, LOOPBACK)]
    else:
        hosts = _hosts(_text(host), flags)
    found = []
    for its_family, its_host in hosts:
        if family not in (0, its_family):
            continue
        where = (its_host, number) if its_family == _INET else (its_host, number, 0, 0)
        for its_type, its_proto in _KINDS:
            if type in (0, its_type) and proto in (0, its_proto):
                found.append((its_family, its_type, its_proto, "", where))
    if not found:
        raise error(-9, "Address family for hostname not supported")
    return found


def _hosts(name: str, flags: int) -> list[tuple[int, str]]:
    version = _version(name)
    if version:
        return [(_INET if version == 4 else _INET6, name)]
    if not name or flags & _NUMERIC:
        raise error(-2, "Name or service not known")
    if name.lower() == "ip6-localhost":
        return [(_INET6, LOOPBACK6)]
    if name.lower() == HOSTNAME:
        return [(_INET, LOOPBACK)]
    if not _is_ours(name):
        refuse("the name of another machine", name)
        raise error(-2, "Name or service not known")
    return [(_INET6, LOOPBACK6), (_INET, LOOPBACK)]


def _port(port: Any) -> int:
    if port is None:
        return 0
    if isinstance(port, bytes):
        port = port.decode()
    if isinstance(port, str):
        if port.isdecimal():
            return int(port)
        if port in _SERVICES:
            return _SERVICES[port]
        raise error(-8, "Servname not supported for ai_socktype")
    return int(port)


def gethostbyname(host: str, /) -> str:
    """Look-alike of `_socket.gethostbyname`."""
    return resolve(host, _INET)


def gethostbyname_ex(host: str, /) -> tuple[str, list[str], list[str]]:
    """Look-alike of `_socket.gethostbyname_ex`."""
    return str(host), [], [resolve(host, _INET)]


def gethostbyaddr(host: str, /) -> tuple[str, list[str], list[str]]:
    """Look-alike of `_socket.gethostbyaddr`."""
    found = resolve(host, _INET6 if _version(host) == 6 else _INET)
    if found.startswith("127.") or found == LOOPBACK6:
        return "localhost", [], [found]
    raise _socket.herror(1, "Unknown host")


def getnameinfo(given: Any, flags: int, /) -> tuple[str, str]:
    """Look-alike of `_socket.getnameinfo`."""
    host, port = given[0], given[1]
    ours = host.startswith("127.") or host == LOOPBACK6
    return ("localhost" if ours and not flags & 1 else host), str(port)


def gethostname() -> str:
    """Look-alike of `_socket.gethostname`: the same in every run."""
    return HOSTNAME
