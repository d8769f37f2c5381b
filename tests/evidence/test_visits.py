"""From a schedule with clients to the picture of them."""

from __future__ import annotations

from dataclasses import replace

from grader.evidence.clients import Client, Deed
from grader.evidence.facts import SECOND
from grader.evidence.tell_network import MOST_VISITORS
from grader.evidence.visits import visits_of
from grader.model.result import Visits
from tests.evidence.story import Story


def deed(kind: str, start: int, end: int, outcome: str = "done", received: bytes = b"") -> Deed:
    return Deed(kind, start, start * SECOND, at=end, time=end * SECOND, outcome=outcome,
                received=received)


def seen(*clients: Client) -> Visits:
    story = Story()
    story.stop, story.clock = "served", 100 * SECOND
    visits = visits_of(replace(story.schedule(), clients=clients))
    assert visits is not None
    return visits


def test_a_program_without_clients_has_no_picture_of_them() -> None:
    """Nothing is drawn for tasks that are no servers."""
    assert visits_of(Story().schedule()) is None


def test_a_client_connects_waits_and_is_there_until_it_leaves() -> None:
    """The goodbye is no waiting for an answer, and what it hears then none that came late."""
    guest = Client(5000, "guest", (
        deed("connect", 0, 1), deed("send", 1, 1), deed("receive", 1, 4, received=b"hello"),
        deed("receive", 4, 9, outcome="timed_out"), deed("receive_to_end", 9, 20, "timed_out"),
        deed("close", 20, 20),
    ))
    (visitor,) = seen(guest).visitors
    assert [(s.kind, s.start_ns // SECOND, s.end_ns // SECOND) for s in visitor.stays] == [
        ("connecting", 0, 1), ("waiting", 1, 4), ("waiting", 4, 9), ("there", 1, 20),
    ]
    assert visitor.answered == (4 * SECOND,) and visitor.given_up == (9 * SECOND,)


def test_who_waited_in_vain_has_a_lane_before_all_others() -> None:
    """Of hundreds only some are drawn, in the scenario's order."""
    flood = [Client(5000 + n, f"flood {n}", (deed("connect", 0, 1),)) for n in range(300)]
    flood[200] = replace(flood[200], deeds=(deed("connect", 0, 9, outcome="refused"),))
    visits = seen(*flood)
    assert len(visits.visitors) == MOST_VISITORS and visits.cut == 300 - MOST_VISITORS
    assert visits.visitors[-1].name == "flood 200"
