"""The picture of who handed what to whom: where its dots, lanes, arrows and words stand."""

from __future__ import annotations

from grader.report.budget import BUDGETS, Budget
from grader.report.flow import Flow, build_flow
from grader.report.hostile import plain
from tests.report.pictures import coroutines_picture, pictured, processes_picture


def flow_of(picture: object, budget: Budget = BUDGETS[0]) -> Flow:
    """The layout of one picture."""
    found = build_flow(pictured(picture), budget)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_an_arrow_goes_from_who_gave_to_who_took() -> None:
    """Across from lane to lane, and down: what is taken later stands lower."""
    flow = flow_of(processes_picture())
    (arrow,) = [arrow for arrow in flow.arrows if not arrow.lost]
    assert (arrow.x1, arrow.x2) == ("83.333%", "16.667%")
    assert arrow.y1 < arrow.y2


def test_an_item_that_nobody_takes_ends_in_nothing() -> None:
    """It stays in its lane, and the words say so."""
    flow = flow_of(processes_picture())
    (lost,) = [arrow for arrow in flow.arrows if arrow.lost]
    assert lost.x1 == lost.x2
    assert plain(flow.sentences[4].en) == "Process-1 puts 'pear', and nobody takes it"
    assert [dot.violation for dot in flow.dots].count(True) == 1


def test_the_lanes_of_one_process_stand_on_one_ground() -> None:
    """Its first thread bears the name of the process, the others say whose they are."""
    flow = flow_of(processes_picture())
    assert [(band.x, band.width) for band in flow.bands] == [("33.333%", "66.667%")]
    assert [plain(lane.kind.en) for lane in flow.lanes] == [
        "process", "process", "thread of Process-1"
    ]


def test_a_lane_shows_when_its_party_lives_and_when_it_waits() -> None:
    """Nothing before it starts and after it ends; waiting is another line than running."""
    flow = flow_of(coroutines_picture(1))
    consumer = [one for one in flow.stretches if one.lane == 1]
    assert [one.kind for one in consumer] == ["runs", "waits", "runs", "waits"]
    starts = next(dot for dot in flow.dots if dot.lane == 1)
    ends = [dot for dot in flow.dots if dot.lane == 1][-1]
    assert consumer[0].top == starts.y
    assert consumer[-1].bottom == ends.y


def test_each_sentence_says_where_an_item_went() -> None:
    """By name, and by the number of the step in the same list."""
    flow = flow_of(coroutines_picture(1))
    assert plain(flow.sentences[3].en) == "producer hands over 0 → consumer (step 6)"
    assert plain(flow.sentences[3].zh).endswith("→ consumer（第 6 步）")


def test_what_does_not_fit_is_counted() -> None:
    """Moments beyond the budget are left out, with the arrows that would end in them."""
    flow = flow_of(coroutines_picture(30), Budget(16, 300, 80, 20))
    assert flow.cut is not None
    assert plain(flow.cut.en) == "Steps not drawn: 139."
    assert len(flow.sentences) == 16
    assert all(arrow.y2 <= flow.height for arrow in flow.arrows)


def test_labels_fit_their_lane_on_a_phone() -> None:
    """Long items are cut, whatever they hold."""
    picture = processes_picture()
    long = picture.passages[0].model_copy(update={"item": "\u202e<b>" + "汉" * 50})
    flow = flow_of(picture.model_copy(update={"passages": (long,)}))
    labels = [dot.item for dot in flow.dots if dot.item]
    assert labels
    assert all(len(label) <= 15 and "\u202e" not in label for label in labels)


def test_without_things_handed_over_there_is_no_picture() -> None:
    """And none where the page has no room for it."""
    assert build_flow(pictured(processes_picture(), timed=True), BUDGETS[-1]) is None
    assert build_flow(pictured(processes_picture()).model_copy(update={"picture": None}),
                      BUDGETS[0]) is None  # fmt: skip
