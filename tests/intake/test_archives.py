"""Archives: the same submission as the folder they were made of, names in the author's letters."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.intake.entries import safe_member_path
from grader.intake.read import read_submission
from grader.model.problem import BadInput
from grader.model.submission import Script, Submission

TASKS = ["task01", "task05"]
FILES = {"alice/task05.py": b"print(5)\n", "alice/lib/help.py": b"x = 1\n", "alice/task01.py": b""}


def make_zip(path: Path, files: dict[str, bytes]) -> Path:
    """Make a .zip of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def make_tar(path: Path, files: dict[str, bytes], mode: str, encoding: str = "utf-8") -> Path:
    """Make a .tar or .tar.gz of these files."""
    with tarfile.open(  # type: ignore[call-overload]
        path, mode, encoding=encoding, format=tarfile.GNU_FORMAT
    ) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def content_of(submission: Submission) -> tuple[object, ...]:
    """Return what must not depend on how the files came."""
    return submission.name, dict(submission.files), dict(submission.scripts), submission.notes


def test_folder_zip_and_tar_give_the_same_submission(tmp_path: Path) -> None:
    """Name, files and scripts."""
    folder = tmp_path / "alice"
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    expected = content_of(read_submission(folder, TASKS))
    for path in (
        make_zip(tmp_path / "alice.zip", FILES),
        make_tar(tmp_path / "alice.tar.gz", FILES, "w:gz"),
        make_tar(tmp_path / "alice.tgz", FILES, "w:gz"),
        make_tar(tmp_path / "alice.tar", FILES, "w"),
    ):
        assert content_of(read_submission(path, TASKS)) == expected


def test_an_archive_is_known_by_its_content(tmp_path: Path) -> None:
    """A tar.gz that is called .zip is read all the same."""
    path = make_tar(tmp_path / "alice.zip", FILES, "w:gz")
    assert isinstance(read_submission(path, TASKS).scripts["task05"], Script)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_chinese_names_in_archives_are_read(tmp_path: Path, encoding: str) -> None:
    """Windows in China writes GBK and macOS UTF-8, neither says so."""
    name = "作业/第5题.py"
    bytes_as_cp437 = name.encode(encoding).decode("cp437")
    zipped = make_zip(
        tmp_path / "a.zip", {"x" * len(bytes_as_cp437.encode("cp437")): b"print(1)\n"}
    )
    placeholder = b"x" * len(name.encode(encoding))
    zipped.write_bytes(zipped.read_bytes().replace(placeholder, name.encode(encoding)))
    tarred = make_tar(tmp_path / "a.tar.gz", {name: b"print(1)\n"}, "w:gz", encoding)
    for path in (zipped, tarred):
        found = read_submission(path, TASKS).scripts["task05"]
        assert isinstance(found, Script)
        assert found.path == "第5题.py"


def test_backslashes_of_windows_tools_are_folders(tmp_path: Path) -> None:
    """Some zip programs write them, against the format's rules."""
    path = make_zip(tmp_path / "a.zip", {"alice\\task05.py": b"print(1)\n"})
    assert set(read_submission(path, TASKS).files) == {"task05.py"}


def test_the_later_of_two_members_with_one_name_counts(tmp_path: Path) -> None:
    """As every unpacker does; it is noted."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("task05.py", "print(1)\n")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("task05.py", "print(2)\n")
    submission = read_submission(tmp_path / "a.zip", TASKS)
    assert submission.files["task05.py"] == b"print(2)\n"
    assert "twice" in submission.notes[0].en


def test_a_password_is_named(tmp_path: Path) -> None:
    """Exit code 2 with what to do."""
    path = make_zip(tmp_path / "a.zip", {"task05.py": b"print(1)\n"})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the encryption flag, in the local header and in the directory
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(BadInput, match="password"):
        read_submission(path, TASKS)


def test_nothing_is_ever_written(tmp_path: Path) -> None:
    """Reading an archive leaves the disk as it was."""
    path = make_zip(tmp_path / "a.zip", FILES)
    read_submission(path, TASKS)
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "tar"])
@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_is_read_or_refused_but_never_breaks(
    tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    """Any bytes at any place: a Submission or BadInput."""
    path = tmp_path / f"a.{kind}"
    files = {"task05.py": b"print(5)\n" * 20, "help.py": b"x = 1\n"}
    if kind == "zip":
        make_zip(path, files)
    else:
        make_tar(path, files, "w:gz" if kind == "tar.gz" else "w")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        read_submission(path, [])
    except BadInput as error:
        assert error.message.zh
        assert error.message.en


@given(st.text(max_size=60))
def test_a_members_path_never_points_outside(name: str) -> None:
    """Relative, no "..", no drive, no null, whatever the archive says."""
    try:
        path = safe_member_path(name)
    except BadInput:
        return
    assert path is None or (not path.is_absolute() and ".." not in path.parts)
