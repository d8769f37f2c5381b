"""One client's kernel socket: does what an `Ask` says, and answers as the model does."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable

from grader.runtime.world.clients import Answer, Ask

_GONE = (ConnectionResetError, BrokenPipeError, ConnectionAbortedError)


class Connection:
    """The one connection that a client has at a time; asks on none, or on a dead one, say so."""

    def __init__(self, port: int, buffer_bytes: int, scale: float) -> None:
        self.port = port
        self.buffer_bytes = buffer_bytes
        self.scale = scale
        self._socket: socket.socket | None = None
        self._buffered = b""
        self._ended: str = "closed"
        """what a further ask gets to hear: "closed" or "reset"; empty while there is more to come"""
        self._broken = False

    def answer(self, ask: Ask) -> Answer:
        """Do it."""
        act: Callable[[Ask], Answer] = getattr(self, f"_{ask.kind}")
        return act(ask)

    def drop(self) -> None:
        """Give the socket back, whatever state it is in."""
        if self._socket is not None:
            self._socket.close()
        self._socket, self._buffered, self._ended = None, b"", "closed"

    def _connect(self, ask: Ask) -> Answer:
        self.drop()
        new = socket.socket()
        for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
            new.setsockopt(socket.SOL_SOCKET, option, self.buffer_bytes // 2)  # Linux doubles it
        new.bind((ask.source, 0))
        new.settimeout(_real(ask.within, self.scale))
        try:
            new.connect(("127.0.0.1", self.port))
        except TimeoutError:
            new.close()
            return Answer("timed_out")
        except OSError:
            new.close()
            return Answer("refused")
        self._socket, self._ended, self._broken = new, "", False
        return Answer("done")

    def _send(self, ask: Ask) -> Answer:
        if self._socket is None:
            return Answer("reset")
        deadline = _deadline(ask.within, self.scale)
        sent = 0
        while sent < len(ask.data):
            try:
                self._socket.settimeout(_left(deadline))
                sent += self._socket.send(ask.data[sent:])
            except (TimeoutError, BlockingIOError):
                return Answer("timed_out", count=sent)
            except _GONE:
                self._broken = True  # what had come before can still be received
                return Answer("reset", count=sent)
        return Answer("done", count=sent)

    def _send_some(self, ask: Ask) -> Answer:
        answer = self._send(Ask("send", data=ask.data, within=0.0))
        return Answer("done" if answer.outcome == "timed_out" else answer.outcome, count=answer.count)

    def _receive(self, ask: Ask) -> Answer:
        return self._collect(ask, lambda data: min(len(data), ask.count))

    def _receive_line(self, ask: Ask) -> Answer:
        return self._collect(ask, lambda data: data.find(b"\n") + 1)

    def _receive_exactly(self, ask: Ask) -> Answer:
        return self._collect(ask, lambda data: ask.count if len(data) >= ask.count else 0)

    def _receive_to_end(self, ask: Ask) -> Answer:
        answer = self._collect(ask, lambda data: 0)
        return Answer("done", answer.data) if answer.outcome == "closed" else answer

    def _collect(self, ask: Ask, complete: Callable[[bytes], int]) -> Answer:
        """Receive until `complete` says how many of the bytes are what was asked for."""
        deadline = _deadline(ask.within, self.scale)
        while not (wanted := complete(self._buffered)):
            outcome = self._ended or self._receive_more(deadline)
            if outcome:
                data, self._buffered = self._buffered, b""
                return Answer(outcome, data)  # type: ignore[arg-type]
        data, self._buffered = self._buffered[:wanted], self._buffered[wanted:]
        return Answer("done", data)

    def _receive_more(self, deadline: float | None) -> str:
        if self._socket is None:
            return "closed"
        try:
            self._socket.settimeout(_left(deadline))
            piece = self._socket.recv(65536)
        except (TimeoutError, BlockingIOError):
            return "timed_out"
        except OSError:
            self._ended = "reset"
            return "reset"
        if not piece:
            self._ended = "reset" if self._broken else "closed"
            return self._ended
        self._buffered += piece
        return ""

    def _shutdown(self, ask: Ask) -> Answer:
        if self._socket is None:
            return Answer("closed")
        try:
            self._socket.shutdown(socket.SHUT_WR)
        except OSError:
            return Answer("reset")
        return Answer("done")

    def _close(self, ask: Ask) -> Answer:
        if self._socket is None:
            return Answer("closed")
        if self._buffered:  # read by us, not by the script: to the server it must look unread
            return self._reset(ask)
        self.drop()
        return Answer("done")

    def _reset(self, ask: Ask) -> Answer:
        if self._socket is None:
            return Answer("closed")
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.drop()
        return Answer("done")


def _real(within: float | None, scale: float) -> float | None:
    return None if within is None else max(within * scale, 0.0)


def _deadline(within: float | None, scale: float) -> float | None:
    real = _real(within, scale)
    return None if real is None else time.monotonic() + real


def _left(deadline: float | None) -> float | None:
    return None if deadline is None else max(deadline - time.monotonic(), 0.0)
