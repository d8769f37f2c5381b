"""What the host reads of a scenario's clients, and codes of their schedules."""

from __future__ import annotations

import pytest

from grader.evidence.clients import ClientsReader
from grader.job.code import ScheduleCode, parse_code
from grader.model.problem import BadInput


def test_each_ask_stands_with_its_answer_and_its_connection() -> None:
    """Bytes are bytes again, and a deed that was not answered has no outcome."""
    reader = ClientsReader()
    rows = [(5000, ["client", "guest"]), (5000, ["asks", "connect", "", 0, 5, "127.0.0.1"]), 901,
            (5000, ["answer", "done", "", 0]), (5000, ["asks", "send", "\xff\n", 0, -1, ""]), 901,
            (5000, ["answer", "done", "", 2]), (5000, ["asks", "receive_line", "", 0, 7, ""])]
    for at, row in enumerate(rows):
        if isinstance(row, int):
            reader.take_step(5000, row)
        else:
            reader.take_note(at, at * 10, row[0], tuple(row[1]))
    (guest,) = reader.clients()
    connect, send, receive = guest.deeds
    assert (guest.name, connect.outcome, connect.connection, connect.at) == ("guest", "done", 902, 3)
    assert (send.data, send.sent, send.asked_time, send.time) == (b"\xff\n", 2, 40, 60)
    assert (receive.kind, receive.at, receive.outcome, receive.done) == ("receive_line", None, "", False)


@pytest.mark.parametrize("note", [["answer", "done", "", 0], ["asks", "connect"], ["asks"]])
def test_rows_that_make_no_sense_raise(note: list[object]) -> None:
    """The reader of a schedule turns that into lost evidence."""
    with pytest.raises((ValueError, IndexError, KeyError, TypeError)):
        ClientsReader().take_note(0, 0, 5000, tuple(note))


def test_a_code_carries_scenario_and_cuts() -> None:
    """And is read back as it was."""
    code = ScheduleCode(1, 20, ((0, 5, 5003), (5003, 4, -8), (2, 7, -1)), "crowd")
    assert str(code) == "crowd.s1p20_0.5.5003_5003.4.c7_2.7.t"
    assert parse_code(str(code)) == code
    assert parse_code("s1p20_0.5.3").scenario == ""
    with pytest.raises(BadInput):
        parse_code("cro wd.s1p20")
