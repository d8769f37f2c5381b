"""A conversation with one supervisor: a job goes in, validated evidence comes out."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

from grader.evidence.raw import (
    Done,
    EvidenceError,
    Frame,
    RawSchedule,
    Ready,
    Refused,
    Same,
    SyntaxProblem,
    parse_frame,
)
from grader.model.task import Scenario
from grader.sandbox.channel import Channel, Ending, SandboxError

FRAME = struct.Struct(">I")
FRAME_LIMIT = 32 << 20


class Session:
    """One supervisor and one student's program in it. A context manager: leaving ends both."""

    def __init__(self, channel: Channel, answer_seconds: float) -> None:
        self._channel = channel
        self._answer_seconds = answer_seconds

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> Ending:
        """End everything inside."""
        return self._channel.close()

    def load(
        self,
        files: Mapping[str, bytes],
        script: str,
        scenario: Scenario,
        promises: Mapping[str, Any],
        confine: Mapping[str, int],
        fork: bool = False,
    ) -> Ready | SyntaxProblem | Refused:
        """Hand the submission in; says whether it can be run. Raises SandboxError.

        `promises` is what must be true of the sandbox, `confine` what the student's process is
        limited to (names of `grader.runtime.kernel.limits.apply_limits`); with `fork` that is how
        it starts processes unless it says otherwise, whatever its Python does by default.
        """
        self._send(
            {
                "kind": "job",
                "script": script,
                "watch": list(scenario.watch),
                "coroutines": scenario.coroutines,
                "clients": scenario.clients,
                "fork": fork,
                "promises": dict(promises),
                "confine": dict(confine),
                "files": [
                    {"path": path, "data": base64.b64encode(data).decode()}
                    for path, data in sorted(files.items())
                ],
            }
        )
        answer = self._receive()
        if isinstance(answer, Ready | SyntaxProblem | Refused):
            return answer
        raise EvidenceError("an answer to another question")

    def explore(self, budget: int, seed: int, steps: int) -> Iterator[RawSchedule | Same | Done]:
        """Run up to `budget` schedules; the last item is Done. Raises SandboxError."""
        self._send({"kind": "explore", "budget": budget, "seed": seed, "limits": {"steps": steps}})
        while True:
            answer = self._receive()
            if not isinstance(answer, RawSchedule | Same | Done):
                raise EvidenceError("an answer to another question")
            yield answer
            if isinstance(answer, Done):
                return

    def replay(
        self, seed: int, patience: int, deviations: list[tuple[int, int, int]], steps: int,
        scenario: str = "",
    ) -> RawSchedule:
        """Run one schedule again. Raises SandboxError."""
        self._send(
            {
                "kind": "replay",
                "scenario": scenario,
                "seed": seed,
                "patience": patience,
                "deviations": deviations,
                "limits": {"steps": steps},
            }
        )
        answer = self._receive()
        if not isinstance(answer, RawSchedule):
            raise EvidenceError("an answer to another question")
        return answer

    def _send(self, message: Any) -> None:
        body = json.dumps(message).encode()
        self._channel.send(FRAME.pack(len(body)) + body)

    def _receive(self) -> Frame:
        size = FRAME.unpack(self._channel.receive(FRAME.size, self._answer_seconds))[0]
        if size > FRAME_LIMIT:
            raise EvidenceError("a frame that is too long")
        return parse_frame(self._channel.receive(size, self._answer_seconds))


__all__ = ["SandboxError", "Session"]
