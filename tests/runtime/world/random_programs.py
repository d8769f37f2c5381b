"""Random programs for a world: threads that take locks, wait, sleep, notify, look, print."""

from __future__ import annotations

from collections.abc import Generator

from hypothesis import strategies as st

from grader.runtime.wire import Op
from grader.runtime.world.strategies import (
    Enumerate,
    PartialOrderSampling,
    ProbabilisticConcurrencyTesting,
    RunToBlock,
    WeightedRandom,
)
from tests.runtime.world.playing import SECOND, Body, Do, start_and_join

RESOURCES: dict[int, tuple[str, int, int | None]] = {
    1: ("lock", 0, None), 2: ("rlock", 0, None), 3: ("semaphore", 2, None),
    4: ("event", 0, None), 5: ("queue", 2, None), 6: ("variable", 0, None),
    7: ("condition", 0, None), 8: ("lock", 0, None),
}
LOOPS = {1: "while", 2: "for", 3: ""}
_WAITS = st.sampled_from([-1, 0, SECOND // 10, SECOND, 2 * SECOND])
_STEPS = st.one_of(
    st.builds(
        Do, st.just(Op.ACQUIRE), st.sampled_from([1, 2, 3, 8]), wait_ns=_WAITS,
        where=st.integers(1, 3),
    ),
    st.builds(Do, st.just(Op.RELEASE), st.sampled_from([1, 2, 3, 8]), st.just(1)),
    st.builds(Do, st.sampled_from([Op.SET, Op.CLEAR, Op.IS_SET]), st.just(4)),
    st.builds(Do, st.just(Op.WAIT), st.just(4), wait_ns=_WAITS),
    st.builds(Do, st.sampled_from([Op.PUT, Op.GET]), st.just(5), wait_ns=_WAITS),
    st.builds(Do, st.sampled_from([Op.READ, Op.WRITE]), st.just(6), st.just(1), where=st.just(1)),
    st.builds(Do, st.just(Op.COND_WAIT), st.just(7), st.just(8), _WAITS),
    st.builds(Do, st.just(Op.NOTIFY), st.just(7), st.sampled_from([1, -1])),
    st.builds(Do, st.just(Op.SLEEP), wait_ns=st.sampled_from([0, SECOND, 3 * SECOND])),
    st.builds(Do, st.just(Op.OUTPUT), argument=st.just(1)),
)
PROGRAMS = st.lists(st.lists(_STEPS, max_size=8), min_size=1, max_size=4)
STRATEGIES = st.one_of(
    st.builds(RunToBlock),
    st.builds(PartialOrderSampling, st.randoms(use_true_random=False)),
    st.builds(
        ProbabilisticConcurrencyTesting, st.randoms(use_true_random=False), st.integers(1, 4),
        st.integers(1, 60),
    ),
    st.builds(
        WeightedRandom, st.randoms(use_true_random=False),
        st.dictionaries(st.integers(0, 4), st.integers(0, 20)),
    ),
    st.builds(Enumerate, st.lists(st.integers(0, 4), max_size=20)),
)


def main_of(program: list[list[Do]]) -> Body:
    """The program whose threads do these steps, one list each."""

    def body_of(steps: list[Do]) -> Body:
        def body() -> Generator[Do, int, None]:
            for step in steps:  # `yield from` a list cannot be sent to
                yield step

        return body

    return start_and_join(*(body_of(steps) for steps in program))
