"""What `grader doctor` says, and when it warns."""

from __future__ import annotations

import docker
import pytest

from grader.sandbox import docker_facts, facts
from grader.sandbox.advisories import ADVISORIES, open_advisories, parse_version
from grader.sandbox.channel import SandboxError
from grader.sandbox.docker_facts import (
    SelfCheck,
    advisory_fact,
    image_fact,
    limits_fact,
    run_selfcheck,
    student_facts,
)
from grader.sandbox.image import Image

REFUSED = {"AF_ALG": "EAFNOSUPPORT", "AF_VSOCK": "EAFNOSUPPORT", "user_namespace": "EPERM"}
CHECK = SelfCheck(
    python="3.13.0",
    machine="x86_64",
    kernel="6.18.44",
    seen={},
    ptrace=True,
    student=REFUSED | {"AF_VSOCK": "allowed"},
    filtered_student=REFUSED,
)
IMAGE = Image("grader-sandbox:py3.13", "3.13", "abc", "amd64", is_current=True)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("20.10.24+dfsg1", (20, 10, 24)),
        ("v29.5", (29, 5, 0)),
        ("1.1.5+ds1", (1, 1, 5)),
        ("?", None),
    ],
)
def test_versions_are_read(text: str, version: tuple[int, int, int] | None) -> None:
    """Distributions add things to a version; the first three numbers count."""
    assert parse_version(text) == version


@pytest.mark.parametrize(
    ("component", "version", "count"),
    [
        ("engine", "20.10.24", 2),
        ("engine", "29.4.3", 1),
        ("engine", "29.5.1", 0),
        ("engine", "30.0.0", 0),
        ("runc", "1.1.5", 2),
        ("runc", "1.2.7", 1),
        ("runc", "1.2.8", 0),
        ("runc", "1.3.0", 1),
        ("runc", "1.3.3", 0),
        ("runc", "1.4.0", 0),
        ("runc", "?", 0),
    ],
)
def test_a_repair_counts_in_its_branch_and_later_ones(
    component: str, version: str, count: int
) -> None:
    """1.2.8 has the repair, 1.3.0 does not, 1.3.3 and all after it do."""
    assert len(open_advisories(component, version)) == count


def test_a_build_known_to_be_repaired_is_not_warned_about() -> None:
    """Debian repaired one hole without a new version number."""
    names = [one.name for one in open_advisories("runc", "1.1.5+ds1", "1.1.5+ds1-1+deb12u1")]
    assert "CVE-2024-21626" not in names
    assert len(names) == 1


def test_every_advisory_is_closed_somewhere() -> None:
    """The newest version of each list is itself repaired."""
    for advisory in ADVISORIES:
        assert advisory.is_fixed_in(advisory.fixed_in[0])
        assert advisory.fixed_in == tuple(sorted(advisory.fixed_in, reverse=True))


def test_an_old_engine_is_a_warning_with_a_way_out() -> None:
    """The row names the holes and what to install, in both languages."""
    fact = advisory_fact("engine", "20.10.24+dfsg1")
    assert fact.status == "warn"
    assert "CVE-2026-31431" in fact.sentence.en
    assert "CVE-2026-31431" in fact.sentence.zh
    assert fact.remedy is not None
    assert advisory_fact("engine", "29.5.1").status == "ok"


def test_the_image_row_tells_four_cases_apart() -> None:
    """Not there, another runtime, another architecture, and all well."""
    old = Image("n", "3.13", "abc", "amd64", is_current=False)
    assert image_fact(None, "x86_64").status == "missing"
    assert image_fact(old, "x86_64").status == "warn"
    assert image_fact(IMAGE, "aarch64").status == "warn"
    assert image_fact(IMAGE, "x86_64").status == "ok"


def test_limits_that_are_ignored_are_missing() -> None:
    """A sandbox without its limits is no sandbox."""
    assert limits_fact([]).status == "ok"
    fact = limits_fact(["pids: asked for 256, found None"])
    assert fact.status == "missing"
    assert "pids" in fact.sentence.en


def test_what_only_the_engine_leaves_open_is_said() -> None:
    """Our filter closes it, so the row is fine, but it says what the engine alone would allow."""
    (first, *_) = student_facts(CHECK)
    assert first.status == "ok"
    assert "AF_VSOCK" in first.sentence.en


def test_what_even_the_filter_leaves_open_is_a_warning() -> None:
    """A socket family that the student can open is named."""
    check = CHECK.model_copy(update={"filtered_student": REFUSED | {"AF_ALG": "allowed"}})
    (fact,) = student_facts(check)
    assert (fact.status, "AF_ALG" in fact.sentence.en) == ("warn", True)


def test_a_machine_without_the_filter_is_missing() -> None:
    """Where the filter cannot be installed, the row says so."""
    (fact,) = student_facts(CHECK.model_copy(update={"filtered_student": None}))
    assert fact.status == "missing"


def test_no_daemon_is_one_row_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Docker the doctor does not fail; it says what is missing and what happens instead."""

    def refuse() -> docker.APIClient:
        raise SandboxError("connection refused")

    monkeypatch.setattr(docker_facts, "connect", refuse)
    (fact,) = docker_facts.docker_facts()
    assert (fact.topic.en, fact.status) == ("docker", "missing")
    assert fact.remedy is not None
    assert "not isolated" in fact.remedy.en


def test_every_row_has_both_languages() -> None:
    """No row is half translated."""
    for fact in facts.machine_facts():
        assert fact.sentence.en
        assert fact.sentence.zh
        assert fact.topic.zh
        assert fact.remedy is None or (fact.remedy.en and fact.remedy.zh)


@pytest.mark.docker
@pytest.mark.slow
def test_the_selfcheck_of_a_container(api: docker.APIClient, runtime_image: Image) -> None:
    """In a real container limits, evidence and filter are all found in order."""
    check = run_selfcheck(api, runtime_image)
    rows = docker_facts.inside_facts(check, api)
    assert {row.topic.en: row.status for row in rows} == {
        "limits": "ok",
        "filter": "ok",
        "kernel": "ok",
        "container evidence": "ok",
    }


@pytest.mark.docker
@pytest.mark.slow
def test_a_selfcheck_that_fails_is_a_sandbox_error(
    api: docker.APIClient, image: Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An image whose runtime has no self-check is reported with what it said."""
    monkeypatch.setattr(docker_facts, "IMAGE_ROOT", "/nowhere")
    with pytest.raises(SandboxError, match="ModuleNotFoundError"):
        run_selfcheck(api, image)
