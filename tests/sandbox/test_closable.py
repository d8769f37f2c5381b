"""Channels that are ended from outside the jobs that use them."""

from __future__ import annotations

import threading

import pytest

from grader.sandbox.channel import ChannelClosed, SandboxError
from grader.sandbox.closable import ClosableSandbox
from grader.sandbox.limits import Limits
from grader.sandbox.local import LocalSandbox
from tests.sandbox.conftest import ECHO


def test_a_job_that_waits_for_an_answer_is_woken() -> None:
    """Closing the sandbox closes its channels; who waited is told that nothing will come."""
    sandbox = ClosableSandbox(LocalSandbox(command=["python3", "-I", "-c", ECHO]))
    channel = sandbox.open(Limits(), None)
    told: list[type[Exception]] = []

    def wait() -> None:
        with pytest.raises(ChannelClosed) as caught:
            channel.receive(1, 60)
        told.append(caught.type)

    job = threading.Thread(target=wait)
    job.start()
    sandbox.close()
    job.join(60)
    assert told == [ChannelClosed]


def test_nothing_is_opened_after_that() -> None:
    """A job that comes too late gets no sandbox."""
    sandbox = ClosableSandbox(LocalSandbox(command=["python3", "-I", "-c", ECHO]))
    sandbox.close()
    with pytest.raises(SandboxError):
        sandbox.open(Limits(), None)
