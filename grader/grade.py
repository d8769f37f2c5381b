"""Grade one submission: each task's job from the sandbox to its result, and every way it can end.

    intake problem → that task scores 0, with a sentence
    sandbox        → session.load: the program compiles and can run, or says why not
    observe        → evidence
    judge          → an outcome for each check, on the host
    shrink         → each failure as plain as it can be
    result         → the record

What fails on our side ends in "could not judge", never in "failed".
"""

from __future__ import annotations

import os
import platform
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import PurePosixPath

from grader.evidence.collection import Evidence
from grader.evidence.raw import EvidenceError, Ready, Refused, SyntaxProblem
from grader.evidence.reading import read_schedule
from grader.evidence.tell import tell
from grader.job.code import parse_code
from grader.job.limits import confine_of, limits_of
from grader.job.observe import observe, scenario_of, sources_of
from grader.job.result import (
    certainty_of,
    check_result,
    could_not_judge,
    first_problem,
    task_verdict,
)
from grader.job.shrink import shrink
from grader.job.start_method import FEW_SCHEDULES, fork_words, may_rely_on_fork
from grader.model.base import Text, Verdict, text
from grader.model.problem import BadInput, Problem
from grader.model.result import (
    CheckResult,
    Finding,
    Looked,
    Step,
    SubmissionResult,
    TaskResult,
    TaskTiming,
    Trace,
    Volatile,
)
from grader.model.settings import Progress, ReplayRequest, Settings
from grader.model.submission import Script, Submission
from grader.model.task import Task
from grader.sandbox.channel import Sandbox, SandboxError
from grader.sandbox.choice import choose_sandbox
from grader.sandbox.closable import ClosableSandbox
from grader.sandbox.session import Session
from grader.suite import Check
from grader.suite.doubt import contradiction_words
from grader.suite.outcome import Outcome
from grader.suite.plugin import SuiteError, collect_checks, judge_all

ANSWER_SECONDS = 240.0
CORES = os.cpu_count() or 1
_pytest = threading.Lock()
"""pytest is one per process"""

OnProgress = Callable[[Progress], None]


def grade_submission(
    submission: Submission, tasks: Sequence[Task], settings: Settings, on_progress: OnProgress
) -> SubmissionResult:
    """Grade `tasks` of `submission`. Raises BadInput for a sandbox that is not there."""
    started = datetime.now(UTC)
    clock = time.monotonic()
    chosen, notice = choose_sandbox(settings.sandbox, settings.jobs, settings.python)
    sandbox = ClosableSandbox(chosen)
    with ThreadPoolExecutor(max_workers=settings.jobs) as pool:
        try:
            jobs = [
                pool.submit(_grade_task, submission, task, settings, sandbox, slot, on_progress)
                for slot, task in enumerate(tasks)
            ]
            graded = [job.result() for job in jobs]
        finally:  # on Ctrl-C too: jobs that have not begun never do, the others lose their channel
            pool.shutdown(wait=False, cancel_futures=True)
            sandbox.close()
    results = tuple(result for result, _, _ in graded)
    findings = [Finding(kind="note", message=notice)]
    findings += [Finding(kind="note", message=note) for note in submission.notes]
    for _, more, _ in graded:
        findings += more
    return SubmissionResult(
        submission=submission.name,
        points=round(sum(r.points for r in results), 4),
        max_points=round(sum(r.max_points for r in results), 4),
        verdict=_overall([r.verdict for r in results]), tasks=results, findings=tuple(findings),
        volatile=Volatile(
            started=started.isoformat(timespec="seconds"),
            wall_seconds=round(time.monotonic() - clock, 3), host=platform.node(),
            grader=_version(), tasks=tuple(timing for _, _, timing in graded),
        ),
    )


def _overall(verdicts: list[Verdict]) -> Verdict:
    for verdict in ("could_not_judge", "failed"):
        if verdict in verdicts:
            return "failed" if "failed" in verdicts else "could_not_judge"
    return "passed"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("grader")
    except PackageNotFoundError:
        return "unknown"


def _grade_task(
    submission: Submission, task: Task, settings: Settings, sandbox: Sandbox, slot: int,
    on_progress: OnProgress,
) -> tuple[TaskResult, list[Finding], TaskTiming]:
    clock = time.monotonic()
    job = _Job(submission, task, settings, sandbox, slot, on_progress)
    result = job.run()
    seconds = time.monotonic() - clock
    timing = TaskTiming(
        task=task.id, wall_seconds=round(seconds, 3),
        schedules_per_second=round(result.schedules / max(job.observed_seconds, 1e-6), 1),
    )
    return result, job.findings, timing


class _Job:
    """One submission × one task."""

    def __init__(
        self, submission: Submission, task: Task, settings: Settings, sandbox: Sandbox, slot: int,
        on_progress: OnProgress,
    ) -> None:
        self.submission = submission
        self.task = task
        self.settings = settings
        self.sandbox = sandbox
        self.slot = slot
        self.on_progress = on_progress
        self.findings: list[Finding] = []
        self.steps: list[Step] = []
        self.observed_seconds = 0.0
        self.evidence: Evidence | None = None
        self.python = settings.python or platform.python_version()
        self.file = ""

    def run(self) -> TaskResult:
        """The job's life; each ending is mapped here and nowhere else."""
        try:
            with _pytest:
                checks = collect_checks(self.task.suite)
            try:
                return self._grade(checks)
            except (SandboxError, EvidenceError) as problem:
                return self._doubt(checks, "observe", text(
                    f"评分器自己出了问题，没有给出判断：{problem}",
                    f"The grader itself had a problem, so there is no verdict: {problem}",
                ))
        except SuiteError as problem:
            return self._doubt([], "judge", text(
                f"这个任务的评分套件有错误：{problem}", f"The grading suite of this task is broken: {problem}"
            ))

    def _doubt(self, checks: Sequence[Check], step: str, message: Text) -> TaskResult:
        self.steps.append(Step(name=step, verdict="could_not_judge", message=message))
        unjudged = [_unasked(check, "could_not_judge", message) for check in checks]
        result = could_not_judge(
            self.task, unjudged, message, self.sandbox.name, self.python, self.file
        )
        return result.model_copy(update={"steps": tuple(self.steps)})

    def _refused(self, checks: Sequence[Check], message: Text) -> TaskResult:
        """The student's file cannot be run at all: every check fails, for that one reason."""
        self.steps.append(Step(name="intake", verdict="failed", message=message))
        failed = tuple(_unasked(check, "failed", message) for check in checks)
        return TaskResult(
            id=self.task.id, title=self.task.title, verdict="failed", points=0.0,
            max_points=sum(c.points for c in checks), message=message, sandbox="none",
            python=self.python, file=self.file, schedules=0, steps=tuple(self.steps), checks=failed,
        )

    def _grade(self, checks: list[Check]) -> TaskResult:
        found = self.submission.script_for(self.task.id, _minor(self.python))
        if isinstance(found, Problem):
            self.file = found.file
            return self._refused(checks, found.message)
        self.file = found.path
        self.steps.append(Step(name="intake", verdict="passed"))
        with self._open() as session:
            ready = self._load(session, found)
            if isinstance(ready, SyntaxProblem):
                return self._refused(checks, _syntax_words(ready, found))
            if isinstance(ready, Refused):
                raise SandboxError(ready.message)
            self.python = ready.python
            self.steps.append(Step(name="sandbox", verdict="passed"))
            result = self._judge(session, ready, found)
        if result.verdict == "failed" and self._works_with_fork(found):
            words = fork_words(self.python)
            self.findings.append(Finding(kind="note", task=self.task.id, message=words))
            result = result.model_copy(update={"message": words})
        return result

    def _open(self) -> Session:
        cpu = (os.getpid() + self.slot) % CORES  # spread over the machine, also with other graders
        return Session(self.sandbox.open(limits_of(self.task), cpu), ANSWER_SECONDS)

    def _load(
        self, session: Session, script: Script, fork: bool = False
    ) -> Ready | SyntaxProblem | Refused:
        return session.load(
            self.submission.files, script.path, scenario_of(self.task),
            self.sandbox.promises(limits_of(self.task)), confine_of(self.task), fork,
        )

    def _works_with_fork(self, script: Script) -> bool:
        """Would every required check hold, in a few schedules, if processes were started by fork?
        They must not hold in the plain order without it: a rare race is another matter."""
        if not may_rely_on_fork(self.python, sources_of(self.submission.files)) or (
            self.evidence is None or self._holds(self.evidence.first)
        ):
            return False
        try:
            with self._open() as session:
                ready = self._load(session, script, fork=True)
                if not isinstance(ready, Ready):
                    return False
                evidence = observe(
                    session, ready, self.task, script.path, self.submission.files, FEW_SCHEDULES,
                    self.settings.seed, lambda n: None,
                )
        except (SandboxError, EvidenceError):
            return False  # nothing can be said then
        return self._holds(evidence)

    def _holds(self, evidence: Evidence) -> bool:
        with _pytest:
            outcomes = judge_all(self.task.suite, evidence)
        return all(o.verdict == "passed" for o in outcomes if o.check.required)

    def _judge(self, session: Session, ready: Ready, script: Script) -> TaskResult:
        budget = self.settings.schedules or self.task.schedules
        clock = time.monotonic()
        evidence = observe(
            session, ready, self.task, script.path, self.submission.files, budget,
            self.settings.seed, lambda n: self._tell("observe", n, budget),
        )
        self.evidence = evidence
        self.observed_seconds = time.monotonic() - clock
        self.steps.append(Step(name="observe", verdict="passed"))
        self._tell("judge", 0, 0)
        with _pytest:
            outcomes = judge_all(self.task.suite, evidence)
        self.steps.append(Step(name="judge", verdict="passed"))
        outcomes = [self._shrunk(session, outcome) for outcome in outcomes]
        self._find_contradictions(evidence)
        checks = tuple(
            check_result(o, evidence, str(self.submission.root), self.task, self.settings.python)
            for o in outcomes
        )
        return TaskResult(
            id=self.task.id, title=self.task.title, verdict=task_verdict(checks),
            points=round(sum(c.points for c in checks), 4),
            max_points=round(sum(c.max_points for c in checks), 4),
            message=first_problem(checks), sandbox=self.sandbox.name, python=ready.python,
            file=script.path, schedules=evidence.schedules, behaviours=evidence.behaviours,
            certainty=certainty_of(evidence), steps=tuple(self.steps), checks=checks,
            trace=tell(evidence, evidence.seen[0].schedule, timed=self.task.timed),
        )

    def _shrunk(self, session: Session, outcome: Outcome) -> Outcome:
        schedule, violation = outcome.schedule, outcome.violation
        if outcome.verdict != "failed" or schedule is None or violation is None:
            return outcome
        plain = not schedule.raw.deviations or not self.settings.shrinks
        if outcome.check.over == "some" or plain:
            return outcome
        schedule, violation = shrink(
            session, outcome.check, schedule, violation, self.task.limits.steps,
            lambda n: self._tell("shrink", n, 0),
        )
        return Outcome(
            outcome.check, "failed", violation.message, outcome.looked_at, outcome.broken_in,
            schedule, violation,
        )

    def _find_contradictions(self, evidence: Evidence) -> None:
        for seen in evidence.seen:
            for name in seen.schedule.raw.contradictions:
                self.findings.append(Finding(
                    kind="contradiction", task=self.task.id, message=contradiction_words(name),
                ))
                return

    def _tell(self, phase: str, done: int, total: int) -> None:
        self.on_progress(Progress(task=self.task.id, phase=phase, done=done, total=total))


def _minor(python: str) -> str:
    return str(PurePosixPath(".".join(python.split(".")[:2])))


def _unasked(check: Check, verdict: Verdict, message: Text) -> CheckResult:
    from grader.model.result import Certainty

    nothing = Certainty(
        kind="sampled", schedules=0, text=text("没有运行", "nothing was run")
    )
    return CheckResult(
        id=check.id, title=check.title, required=check.required, verdict=verdict, points=0.0,
        max_points=check.points, message=message, requirement=check.requirement, hint=None,
        schedules=Looked(over="all", looked_at=0, broken_in=0), certainty=nothing,
    )


def _syntax_words(problem: SyntaxProblem, script: Script) -> Text:
    return text(
        f"{script.path} 第 {problem.line} 行有语法错误：{problem.text}（{problem.message}）",
        f"{script.path}, line {problem.line}: syntax error: {problem.text} ({problem.message})",
    )


def replay(request: ReplayRequest) -> Trace:
    """Run one schedule again and tell it. Raises BadInput and SandboxError."""
    code = parse_code(request.schedule)
    settings = request.settings
    sandbox, _ = choose_sandbox(settings.sandbox, 1, settings.python)
    task, submission = request.task, request.submission
    python = settings.python or platform.python_version()
    found = submission.script_for(task.id, _minor(python))
    if isinstance(found, Problem):
        raise BadInput(found.message)
    limits = limits_of(task)
    with Session(sandbox.open(limits, 0), ANSWER_SECONDS) as session:
        ready = session.load(
            submission.files, found.path, scenario_of(task), sandbox.promises(limits),
            confine_of(task),
        )
        if isinstance(ready, SyntaxProblem):
            raise BadInput(_syntax_words(ready, found))
        if isinstance(ready, Refused):
            raise SandboxError(ready.message)
        raw = session.replay(
            code.seed, code.patience, list(code.deviations), task.limits.steps, code.scenario
        )
    schedule = read_schedule(raw)
    evidence = Evidence(
        python=ready.python, script=found.path, sources=sources_of(submission.files), seen=(),
        schedules=1, behaviours=1, none_new_in_last=0, complete=False,
    )
    return tell(evidence, schedule, timed=task.timed, whole=True)
