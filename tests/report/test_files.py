"""The files: `result.json` that reads back equal, writing that is all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.report.json_file import parse_json, render_json
from grader.report.write import write_report
from tests.report import samples


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_what_is_written_reads_back_equal(name: str) -> None:
    """Rendering and parsing a record is identity."""
    result = samples.SAMPLES[name]()
    assert parse_json(render_json(result)) == result


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=50))
def test_any_text_survives_the_file(hostile: str) -> None:
    """Whatever the texts are, the record reads back equal."""
    result = samples.poisoned(hostile)
    assert parse_json(render_json(result)) == result


def test_a_lone_surrogate_does_not_break_the_file() -> None:
    """A file name that is no UTF-8 can be written and reads back."""
    result = samples.poisoned("caf\udce9.py")
    rendered = render_json(result)
    assert parse_json(rendered) == result
    assert "caf\\udce9.py" in rendered
    rendered.encode("utf-8")


def test_the_json_is_for_reading_too() -> None:
    """Chinese stays Chinese, one field a line, fields in the model's order."""
    rendered = render_json(samples.all_passed())
    assert rendered.endswith("}\n")
    assert '\n "submission": "李明_20231234",\n' in rendered
    assert rendered.index('"version"') < rendered.index('"submission"') < rendered.index('"tasks"')


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"version": 2}', "null"])
def test_a_broken_record_is_a_value_error(broken: str) -> None:
    """Whoever reads a record has one kind of error to expect."""
    with pytest.raises(ValueError):
        parse_json(broken)


def test_a_report_is_two_files(tmp_path: Path) -> None:
    """The folder is made, and holds nothing else."""
    folder = tmp_path / "new" / "报告"
    write_report(samples.all_passed(), folder, "zh")
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "result.json"]
    assert parse_json((folder / "result.json").read_text("utf-8")) == samples.all_passed()


def test_writing_again_replaces(tmp_path: Path) -> None:
    """A second report takes the place of the first."""
    write_report(samples.all_passed(), tmp_path, "zh")
    write_report(samples.SAMPLES["race"](), tmp_path, "en")
    assert '<html lang="en"' in (tmp_path / "index.html").read_text("utf-8")


def test_a_failed_write_leaves_the_old_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk gives up in the middle, the old file is whole and no partial one stays."""
    write_report(samples.all_passed(), tmp_path, "zh")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_report(samples.SAMPLES["race"](), tmp_path, "zh")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
