"""TCP is a stream: every byte that a client sent comes back, in order, however it was cut."""

from __future__ import annotations

from collections.abc import Iterable

from grader.evidence.clients import Client
from grader.evidence.schedule import Schedule
from grader.suite.server_end import require_still_there
from grader.suite.vocabulary import fail

_ONE_PACKET = 1100
"""bytes: an answer to what one recv brings, when lines are short"""
_SPACE = 32
"""bytes up to this one are white space, which a server may put in or leave out"""


def require_every_byte(schedule: Schedule, clients: Iterable[Client]) -> None:
    """Each of these clients had everything back, in any case and among any words."""
    for client in clients:
        _require_all(schedule, client, _meant(client))


def require_nothing_lost(schedule: Schedule, clients: Iterable[Client]) -> None:
    """The same, but a server may close after its first answer: that is its way with everybody."""
    for client in clients:
        whole = _meant(client)
        first, _, _ = whole.partition(b"\n")
        has_first = _first_missing(first, client.received) is None
        ends = {deed.outcome for deed in client.deeds if deed.kind == "receive"}
        if has_first and len(client.received) < _ONE_PACKET and ends & {"closed", "reset"}:
            continue
        _require_all(schedule, client, whole)


def _require_all(schedule: Schedule, client: Client, whole: bytes) -> None:
    heard = client.received
    missing = _first_missing(whole, heard)
    if missing is None:
        return
    require_still_there(schedule, client)
    shown = whole[missing : missing + 12].decode("utf-8", "replace").strip()
    receives = [d for d in client.deeds if d.kind == "receive"]
    end = next((d.outcome for d in receives if d.outcome in ("closed", "reset")), "")
    how = {"closed": "，然后连接被关闭", "reset": "，然后连接被重置"}.get(end, "")
    how_en = {"closed": ", then the connection was closed",
              "reset": ", then the connection was reset"}.get(end, "")
    fail(
        f"客户端“{client.name}”发了 {len(whole)} 字节，收回 {len(heard)} 字节{how}："
        f"从第 {missing + 1} 字节（“{shown}”）起没有按原样、按顺序回来。",
        f"The client “{client.name}” sent {len(whole)} bytes and got {len(heard)} back{how_en}:"
        f" from byte {missing + 1} on (“{shown}”) they did not come back as they were, in order.",
        receives[-1].at if receives else None,
    )


def _meant(client: Client) -> bytes:
    """All that it had to say. What it could not send at once it sends later, bit by bit."""
    late = next((d.data for d in client.deeds if d.kind == "send_some"), None)
    sends = [d for d in client.deeds if d.kind == "send"]
    if late is None:
        return b"".join(d.data for d in sends)
    return b"".join(d.data[: d.sent] for d in sends) + late


def _first_missing(whole: bytes, heard: bytes) -> int | None:
    """The first byte of `whole` that is not in `heard` after those before it."""
    left = iter(heard.lower())
    for position, byte in enumerate(whole.lower()):
        if byte > _SPACE and byte not in left:
            return position
    return None
