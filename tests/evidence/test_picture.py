"""Who handed what to whom, read from the log: processes, their threads, coroutines."""

from __future__ import annotations

from typing import Any

from grader.evidence.picture import MOST_LANES, MOST_MOMENTS, draw
from grader.model.result import Picture
from tests.evidence.story import Story

QUEUE = 1


def shown(value: Any) -> list[Any]:
    """A value as a program tells of it."""
    return [type(value).__name__, repr(value), [str(value)]]


def two_processes() -> Story:
    """A main process, a queue and a child."""
    story = Story()
    story.note(0, "resource", QUEUE, "pipe", 0, None, 0)
    story.note(0, "is_queue", QUEUE, "Queue", [], True)
    story.does(0, "FORK", result=1 << 16 | 1, line=9)
    story.does(0, "FORKED", argument=1, line=9)
    story.does(1, "BEGIN", line=9)
    story.note(1, "process", 1, "Process-1", False, "Process", "work")
    return story


def puts(story: Story, thread: int, value: Any) -> None:
    """A thread puts an item, and it is sent at once."""
    story.note(thread, "put", QUEUE, *shown(value), 0)
    story.note(thread, "sent", QUEUE, 0, 5, "00", "bytes", "b''", [], 0)


def gets(story: Story, thread: int, value: Any) -> None:
    """A thread takes an item."""
    story.note(thread, "received", QUEUE, 0, 5, "00", "bytes", "b''", [], 0)
    story.note(thread, "got", QUEUE, *shown(value), 0)


def drawn(story: Story, at: int | None = None) -> Picture:
    """The picture of a story."""
    found = draw(story.schedule(), at)
    assert found is not None
    return found


def told(picture: Picture) -> list[str]:
    """Each moment as "lane: what"."""
    return [f"{picture.lanes[m.lane].name}: {m.text.en}" for m in picture.moments]


def test_an_item_goes_from_one_process_to_another() -> None:
    """From the moment at which it is put to that at which it is taken."""
    story = two_processes()
    puts(story, 1, "apple")
    gets(story, 0, "apple")
    story.log.append([0, 1, "DIED", 0, 1, 0, 0, len(story.log)])
    story.exits()
    picture = drawn(story)
    assert told(picture) == [
        "Process-1: starts", "Process-1: puts 'apple'", "MainProcess: gets 'apple'",
        "Process-1: ends with code 0", "MainProcess: ends",
    ]
    assert [(p.item, p.given, p.taken, p.lost) for p in picture.passages] == [("'apple'", 1, 2, False)]


def test_an_item_that_is_never_taken_is_lost() -> None:
    """And the moment at which a check was broken is marked."""
    story = two_processes()
    puts(story, 1, 7)
    at = len(story.log) - 2
    picture = drawn(story, at)
    assert [(p.given, p.taken, p.lost) for p in picture.passages] == [(1, None, True)]
    assert [m.violation for m in picture.moments] == [False, True]


def test_who_waits_for_ever_waits_to_the_end() -> None:
    """The last moment of a lane that is stuck."""
    story = two_processes()
    puts(story, 0, 7)
    story.stop = "deadlock"
    story.waiting = [{"thread": 1, "op": "AWAIT", "resource": QUEUE, "where": 0, "held_by": [],
                      "deadline": None}]
    assert told(drawn(story)) == [
        "Process-1: starts", "Process-1: waits, for ever", "MainProcess: puts 7",
    ]


def test_a_thread_of_a_process_has_a_lane_of_its_own_where_it_takes_part() -> None:
    """Under the name of its process; a thread that hands over nothing has none."""
    story = two_processes()
    for index, name in ((2, "giver"), (3, "idle")):
        story.does(1, "START", result=index, line=4)
        story.note(1, "thread", index, name, False, "Thread", "work", False)
        story.does(index, "BEGIN", line=4)
    puts(story, 2, 1)
    gets(story, 0, 1)
    lanes = drawn(story).lanes
    assert [(lane.name, lane.kind, lane.process) for lane in lanes] == [
        ("MainProcess", "process", ""), ("Process-1", "process", ""),
        ("giver", "thread", "Process-1"),
    ]


def test_coroutines_wait_go_on_and_end() -> None:
    """What is sent into one comes from the code that runs it."""
    story = Story()
    story.note(0, "coroutine", 1, "generator", "consumer", "task.py", 1)
    story.note(0, "turn", 1, 0)
    story.note(0, "turn", 1, 1)
    story.note(0, "handed", "sent", [0], [1, 0], "apple", ["apple"], False, 0)
    story.note(0, "turn", 1, 2)
    picture = drawn(story)
    assert [lane.kind for lane in picture.lanes] == ["plain", "generator"]
    assert told(picture) == [
        "consumer: starts", "consumer: waits (await, yield)", "<module>: hands over apple",
        "consumer: gets apple", "consumer: ends",
    ]


def test_a_program_that_hands_nothing_over_has_no_picture() -> None:
    """Threads alone have none either."""
    assert draw(two_processes().schedule()) is None
    story = Story()
    story.starts()
    assert draw(story.schedule()) is None


def test_a_long_story_is_cut_around_what_was_broken() -> None:
    """The beginning stays, and what led to it; the rest is counted."""
    story = two_processes()
    for number in range(200):
        puts(story, 1, number)
        if number == 150:
            at = len(story.log) - 2
        gets(story, 0, number)
    picture = drawn(story, at)
    assert len(picture.moments) <= MOST_MOMENTS
    assert picture.cut == 401 - len(picture.moments)
    assert [m.text.en for m in picture.moments if m.violation] == ["puts 150"]
    assert picture.moments[1].text.en == "puts 0"


def test_only_the_busiest_lanes_are_drawn() -> None:
    """A pool of twenty workers is not drawn whole."""
    story = Story()
    for number in range(1, 21):
        story.note(0, "coroutine", number, "coroutine", f"worker{number}", "task.py", 1)
        for _ in range(number):
            story.note(0, "handed", "queue", [0], [number, 0], "x", ["x"], False, 0)
    names = [lane.name for lane in drawn(story).lanes]
    assert len(names) == MOST_LANES
    assert names[0] == "<module>" and names[-1] == "worker20"
