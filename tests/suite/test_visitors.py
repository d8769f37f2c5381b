"""What clients heard, and what it says about a server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from grader.evidence.clients import Client, Deed
from grader.evidence.facts import SECOND
from grader.evidence.schedule import Schedule
from grader.model.base import text
from grader.suite.server_end import require_no_report
from grader.suite.streams import require_every_byte, require_nothing_lost
from grader.suite.visitors import require_own_words, require_served
from grader.suite.vocabulary import CannotJudge, Check, Violation
from tests.evidence.story import Story

Said = tuple[str, bytes, str, bytes]
"""kind, what was sent, outcome, what was received"""


def client(name: str, *said: Said, thread: int = 5000) -> Client:
    deeds = tuple(
        Deed(kind, at, at * SECOND, data, at=at, time=at * SECOND, outcome=outcome,
             received=received, sent=len(data))
        for at, (kind, data, outcome, received) in enumerate(said)
    )
    return Client(thread, name, deeds)


def told(*clients: Client, stop: str = "served") -> Schedule:
    story = Story()
    story.stop = stop
    return replace(story.schedule(), clients=clients)


CONNECT: Said = ("connect", b"", "done", b"")
HELLO: Said = ("send", b"hello\n", "done", b"")


def breaks(rule: Callable[..., None], *arguments: object) -> str:
    with pytest.raises(Violation) as broken:
        rule(*arguments)
    assert broken.value.message.zh
    return broken.value.message.en


@pytest.mark.parametrize("answer", [b"hello\n", b"HELLO", b"Echo: Hello, over\n"])
def test_any_case_and_any_words_around_are_an_answer(answer: bytes) -> None:
    """The text has to come back, no more."""
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "done", answer))
    require_served(told(guest), [guest])


def test_a_client_that_stays_connected_without_an_answer_has_found_a_fault() -> None:
    """The message names who, what was said, and what came instead."""
    guest = client("guest 7", CONNECT, HELLO, ("receive", b"", "done", b"olleh"),
                   ("receive", b"", "timed_out", b""))
    said = breaks(require_served, told(guest), [guest])
    assert "guest 7" in said and "hello" in said and "olleh" in said


def test_an_answer_after_the_goodbye_is_none() -> None:
    """What comes when the client has said that it leaves is too late."""
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "timed_out", b""),
                   ("shutdown", b"", "done", b""), ("receive_to_end", b"", "done", b"hello\n"))
    assert "guest" in breaks(require_served, told(guest), [guest])


def test_a_server_may_close_after_an_answer() -> None:
    """The client has come again, and was answered."""
    again: Said = ("send", b"bye\n", "done", b"")
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "done", b"hello\n"), again,
                   ("receive", b"", "closed", b""), CONNECT, again,
                   ("receive", b"", "done", b"bye\n"))
    require_served(told(guest), [guest])


def test_a_server_may_not_close_before_its_first_answer() -> None:
    """Coming again does not help it."""
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "closed", b""), CONNECT, HELLO,
                   ("receive", b"", "done", b"hello\n"))
    assert "closed the connection" in breaks(require_served, told(guest), [guest])


def test_who_cannot_connect_is_not_served() -> None:
    """Refused, or no place in time."""
    for outcome in ("refused", "timed_out"):
        guest = client("guest", ("connect", b"", outcome, b""))
        assert "connect" in breaks(require_served, told(guest), [guest])


def test_steps_that_ran_out_prove_nothing() -> None:
    """The client was still waiting when the grader gave up."""
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "", b""))
    with pytest.raises(CannotJudge):
        require_served(told(guest, stop="steps"), [guest])


def test_an_exception_that_ended_the_server_is_named() -> None:
    """With its line, whoever noticed."""
    story = Story()
    story.note(0, "exception", "KeyError", "5", "task.py", 12)
    story.stop = "died"
    guest = client("guest", CONNECT, HELLO, ("receive", b"", "reset", b""))
    schedule = replace(story.schedule(), clients=(guest,))
    said = breaks(require_served, schedule, [guest])
    assert "KeyError: 5 (task.py, line 12)" in said and "guest" in said


def test_nobody_hears_what_only_somebody_else_has_said() -> None:
    """In any case; one's own words are no fault."""
    one = client("one", CONNECT, ("send", b"one says 0\n", "done", b""),
                 ("receive", b"", "done", b"ONE SAYS 0\n"))
    other = client("other", CONNECT, ("receive", b"", "done", b"ONE SAYS 0\n"))
    require_own_words([one])
    assert "other received what one had said" in breaks(require_own_words, [one, other])


def test_every_byte_comes_back_in_order() -> None:
    """Among any words; one that is missing is named by its place."""
    whole = client("cut", CONNECT, ("send", b"one ", "done", b""), ("send", b"two\n", "done", b""),
                   ("receive", b"", "done", b"> ONE > TWO"))
    require_every_byte(told(whole), [whole])
    lost = client("cut", CONNECT, ("send", b"one two\n", "done", b""),
                  ("receive", b"", "closed", b"one "))
    assert "from byte 5 on" in breaks(require_every_byte, told(lost), [lost])


def test_a_server_that_closes_after_its_first_answer_loses_nothing_by_it() -> None:
    """One that stays has lost what did not fit."""
    sends: list[Said] = [("send", b"line %d\n" % n, "done", b"") for n in range(3)]
    closed = client("late", CONNECT, *sends, ("receive", b"", "closed", b"line 0\n"))
    require_nothing_lost(told(closed), [closed])
    stayed = client("late", CONNECT, *sends, ("receive", b"", "timed_out", b"line 0\n"))
    breaks(require_nothing_lost, told(stayed), [stayed])


def test_a_report_of_the_library_is_an_exception_that_nobody_caught() -> None:
    """Its last line and the student's line stand in the message; other words are no report."""
    story = Story()
    for line in (
        "Exception occurred during processing of request from ('127.0.0.1', 40000)",
        "Traceback (most recent call last):", '  File "/usr/lib/python3.11/socketserver.py", line 6',
        '  File "/home/task10.py", line 17, in handle', "ValueError: no",
    ):
        story.log.append([0, 0, "payload", [line + "\n", "MainThread"]])
        story.does(0, "OUTPUT", argument=2)
    assert "ValueError: no (line 17)" in breaks(require_no_report, story.schedule())
    quiet = Story()
    quiet.prints(0, "Exception occurred during processing of request from me")
    require_no_report(quiet.schedule())


def test_a_check_of_a_scenario_looks_at_that_alone_and_where_time_is_respected() -> None:
    """Others do not make it doubtful either."""
    check = Check("x", 1, text("", ""), text("", ""), text("", ""), True, "all", "", False,
                  lambda _: None, ("crowd",))
    schedule = told()
    crowd = replace(schedule, raw=schedule.raw.model_copy(update={"scenario": "crowd"}))
    late = replace(crowd, raw=crowd.raw.model_copy(update={"respected": False}))
    assert [check.looks_at(one) for one in (schedule, crowd, late)] == [False, True, False]
    assert [check.concerns(one) for one in (schedule, crowd)] == [False, True]
