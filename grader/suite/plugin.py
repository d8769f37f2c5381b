"""The pytest plugin: runs a task's checks over the evidence of one job, on the host.

Suites are ordinary pytest files, so `pytest assignments/task05` collects them, fixtures and
helpers work as anywhere, and an error in a check is an error of ours, never the student's.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.evidence.collection import Evidence
from grader.suite.outcome import Outcome, judge, skipped
from grader.suite.vocabulary import Check


class SuiteError(Exception):
    """A grading suite is broken: could-not-judge, and a message for the task's writer."""


class _Judging:
    """Replaces the call of each check by its judgement over all schedules."""

    def __init__(self, evidence: Evidence | None) -> None:
        self.evidence = evidence
        self.checks: list[Check] = []
        self.outcomes: list[Outcome] = []
        self.problems: list[str] = []
        self._unmet: dict[str, Check] = {}
        """checks that failed, or were skipped because of one that did → the one that failed"""

    @pytest.fixture
    def schedule(self) -> None:
        """Stands for each schedule in turn; the plugin passes the real ones."""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            found = getattr(getattr(item, "function", None), "grader_check", None)
            if found is None:
                self.problems.append(f"{item.nodeid} is not a check: mark it with @check")
            else:
                self.checks.append(found)

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        found: Check | None = getattr(pyfuncitem.function, "grader_check", None)
        if found is None or self.evidence is None:
            return None
        if found.needs in self._unmet:
            self._unmet[found.id] = self._unmet[found.needs]
            self.outcomes.append(skipped(found, self._unmet[found.id]))
        else:
            outcome = judge(found, self.evidence)
            self.outcomes.append(outcome)
            if outcome.verdict == "failed":
                self._unmet[found.id] = found
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.problems.append(f"{report.nodeid}: {report.longreprtext[-2000:]}")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.problems.append(f"{report.nodeid}: {report.longreprtext[-2000:]}")


def _run(suite: Path, evidence: Evidence | None, *options: str) -> _Judging:
    plugin = _Judging(evidence)
    arguments: list[Any] = [
        # No terminal and no capture: both would take the process's own streams away from the
        # progress that is shown meanwhile. No configuration, plugin or cache of the user's.
        str(suite), "-p", "no:terminal", "--capture=no", "-p", "no:cacheprovider",
        "-p", "no:xdist", "-p", "no:hypothesispytest", "-p", "no:unraisableexception",
        "-p", "no:threadexception", "-c", os.devnull,
        "--rootdir", str(suite.parent), "--import-mode=importlib", *options,
    ]
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        pytest.main(arguments, plugins=[plugin])
    finally:
        sys.dont_write_bytecode = before
    if plugin.problems:
        raise SuiteError(f"{suite.name}: " + "; ".join(plugin.problems))
    if not plugin.checks:
        raise SuiteError(f"{suite.name} has no checks")
    return plugin


def collect_checks(suite: Path) -> list[Check]:
    """The checks of a suite, in file order. Raises SuiteError."""
    return _run(suite, None, "--collect-only").checks


def judge_all(suite: Path, evidence: Evidence) -> list[Outcome]:
    """The outcome of every check of a suite. Raises SuiteError."""
    return _run(suite, evidence).outcomes
