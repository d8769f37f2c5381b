"""Notes about coroutines are checked like everything else that the student's process says."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grader.evidence.coroutines import read_coroutines
from grader.runtime.world.control import ProtocolError
from grader.runtime.world.testimony import read_notes

RIGHT: list[list[Any]] = [
    ["coroutine", 1, "generator", "g", "task.py", 3],
    ["handed", "sent", [0], [1, 0], "5", ["5"], False, 0],
    ["queued", 1, [1, 0], "5", ["5"], False],
    ["on", [1, 0]], ["gives", 1], ["suspended", 1, 4, "Queue.get"], ["uncounted"],
    ["unawaited", "f", 1], ["unraisable", "E", "x"], ["loop_problem", "m", "E", "x"],
    ["pending", "f"],
]
WRONG: list[list[Any]] = [
    ["coroutine", 1, "generator", "g", "task.py"], ["coroutine", "1", "generator", "g", "t", 3],
    ["handed", "sent", [0], [1, 0], "5", ["5"], 0, 0], ["handed", "sent", 0, [0], "5", [], False, 0],
    ["handed", "sent", [0], [True], "5", ["5"], False, 0], ["on", [[1]]], ["on", ["1"]], ["on"],
    ["handed", "sent", [0], [0], "5", [5], False, 0], ["queued", 1, [0], None, [], False],
    ["suspended", 1, 4], ["uncounted", 1], ["unawaited", 1, 1], ["pending"], ["gives", 1.5],
]


@pytest.mark.parametrize("note", RIGHT, ids=str)
def test_what_our_own_part_tells_is_taken(note: list[Any]) -> None:
    """Each kind of note once."""
    assert read_notes(json.dumps([note]).encode()).notes == [note]


@pytest.mark.parametrize("note", WRONG, ids=str)
def test_a_note_of_another_shape_breaks_the_connection(note: list[Any]) -> None:
    """Length and type of each part."""
    with pytest.raises(ProtocolError):
        read_notes(json.dumps([note]).encode())


@pytest.mark.parametrize(
    "notes",
    [
        [["on", [7, 0]]], [["on", [0, 0, 1]]], [["on", []], ["on", [1]]],
        [["handed", "stolen", [0], [0], "5", ["5"], False, 0]],
        [["coroutine", 1, "thread", "g", "t", 3]],
        [["coroutine", 1, "generator", "g", "t", 3], ["coroutine", 1, "generator", "g", "t", 3]],
        [["handed", "sent", [0], [3, 0], "5", ["5"], False, 0]],
    ],
    ids=str,
)
def test_facts_that_contradict_one_another_are_no_evidence(notes: list[list[Any]]) -> None:
    """Unknown coroutines, unknown ways, the same number twice."""
    with pytest.raises(ValueError, match=r"coroutine|way"):
        read_coroutines((at, 0, tuple(note)) for at, note in enumerate(notes))


def test_what_was_put_and_never_taken_is_kept() -> None:
    """A put whose number comes back in a handover was taken; the handover knows when it was put."""
    facts = read_coroutines((at, 0, tuple(note)) for at, note in enumerate([
        ["coroutine", 1, "coroutine", "p", "t", 3], ["coroutine", 2, "coroutine", "c", "t", 9],
        ["queued", 1, [1, 0], "a", ["a"], False], ["queued", 2, [1, 0], "b", ["b"], False],
        ["handed", "queue", [1, 0], [2, 0], "a", ["a"], False, 1],
    ]))
    assert [(h.given, h.at, h.whole) for h in facts.handed] == [(2, 4, "a")]
    assert [h.whole for h in facts.untaken] == ["b"]
