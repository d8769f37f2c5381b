"""The image: what goes in, how it is found again, and that it starts our runtime."""

from __future__ import annotations

import io
import sys
import tarfile
from pathlib import Path

import docker
import pytest

from grader.sandbox import image, image_debian
from grader.sandbox.channel import SandboxError
from grader.sandbox.contents import Runtime, build_context
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.image import THIS_PYTHON, Image, find_image, stable_name
from grader.sandbox.image_host import HostPython
from tests.sandbox.conftest import SMALL, read_line


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small `grader` package with a runtime, and things that must stay outside."""
    for name, text in {
        "__init__.py": "",
        "runtime/__init__.py": "",
        "runtime/guest/locks.py": "x = 1\n",
        "runtime/README.md": "not code",
        "suite/secret.py": "expected = 42\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_only_the_runtime_goes_in(package: Path) -> None:
    """The build context holds the Dockerfile, the package marker and the runtime, as root's."""
    context = build_context(Runtime.read(package))
    with tarfile.open(fileobj=io.BytesIO(context)) as tar:
        files = {member.name: member for member in tar if member.isfile()}
        folders = [member.name for member in tar if member.isdir()]
    assert files.keys() == {
        "Dockerfile",
        "grader/__init__.py",
        "grader/runtime/__init__.py",
        "grader/runtime/guest/locks.py",
    }
    assert {(member.uid, member.mode) for member in files.values()} == {(0, 0o444)}
    assert folders == ["grader", "grader/runtime", "grader/runtime/guest"]


def test_the_hash_follows_the_runtime_only(package: Path) -> None:
    """Equal files give equal hashes; another byte, name or file gives another."""
    first = Runtime.read(package).hash
    (package / "suite/secret.py").write_text("expected = 43\n")
    assert Runtime.read(package).hash == first
    (package / "runtime/guest/locks.py").write_text("x = 2\n")
    changed = Runtime.read(package).hash
    (package / "runtime/guest/locks.py").rename(package / "runtime/guest/lock.py")
    renamed = Runtime.read(package).hash
    (package / "runtime/guest/more.py").write_text("")
    assert len({first, changed, renamed, Runtime.read(package).hash}) == 4


def test_a_program_that_is_no_python_is_an_error() -> None:
    """An image cannot be made from something that does not answer like Python."""
    with pytest.raises(SandboxError, match="no usable Python"):
        HostPython.ask("/bin/false")


def test_a_virtual_environment_leads_to_its_base() -> None:
    """The interpreter below a virtual environment is what goes into the image."""
    host = HostPython.ask(sys.executable)
    assert host.minor == THIS_PYTHON
    assert (host.stdlib / "os.py").exists()
    assert not host.executable.is_symlink()


LISTING = "adduser apt libpython3.14-minimal python3.13 python3.14 python3.14-minimal python3.15 "


def test_a_release_is_asked_which_pythons_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is only named, and depends on nothing, is not there."""
    asked = []

    def run(command: list[str]) -> str:
        asked.append(command)
        return LISTING

    monkeypatch.setattr(image_debian, "_run", run)
    monkeypatch.setattr(image_debian, "debian_mirror", lambda: "mirror")
    assert image_debian.find_pythons("testing-of-it", ("3.13", "3.14", "3.15")) == ["3.14"]
    assert "--include=python3.13,python3.14,python3.15" in asked[0]


def test_a_python_that_a_release_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With those that it has, so that one of them can be chosen."""
    monkeypatch.setattr(image, "find_pythons", lambda suite, candidates: ["3.14", "3.15"])
    monkeypatch.setattr(image, "held_packages", lambda api, name: ["python3.14"])
    with pytest.raises(SandboxError, match=r"forky has no Python 3\.9; it has 3\.14, 3\.15"):
        image.build_from_debian("forky", ["3.9", "3.14"], api=docker.APIClient(version="1.41"))


def test_without_debootstrap_the_way_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is no Debian is told what it would take."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SandboxError, match="made on Debian, as root, with the package debootstrap"):
        image_debian.debian_mirror()


@pytest.mark.docker
@pytest.mark.slow
def test_a_built_image_is_found_and_current(api: docker.APIClient, runtime_image: Image) -> None:
    """The image is found by its hash, carries the stable tag too, and is this machine's kind."""
    found = find_image(api=api)
    assert found is not None
    assert found.runtime_hash == Runtime.read().hash
    assert found.name.startswith(stable_name())
    tags = {tag for one in api.images() for tag in one.get("RepoTags") or ()}
    assert {stable_name(), runtime_image.name} <= tags


@pytest.mark.docker
def test_an_image_that_is_not_there_is_none(api: docker.APIClient) -> None:
    """For a Python nobody built there is no image, and that is no error."""
    assert find_image("2.7", api) is None


@pytest.mark.docker
@pytest.mark.slow
def test_the_image_has_what_homework_imports(api: docker.APIClient, runtime_image: Image) -> None:
    """Standard library, shell and our runtime work inside, and nothing of the host's paths is."""
    code = (
        "import sys; sys.path[:0] = ['/opt/grader']\n"
        "import grader.runtime, asyncio, ctypes, multiprocessing, socket, sqlite3, subprocess\n"
        "import concurrent.futures, decimal, hashlib, lzma, queue, selectors, ssl, uuid, zoneinfo\n"
        "lock = multiprocessing.Lock()\n"
        "print(subprocess.check_output('echo shell', shell=True, text=True).strip(),\n"
        "      '%d.%d' % sys.version_info[:2], sys.prefix, flush=True)\n"
    )
    sandbox = DockerSandbox(runtime_image.name, command=["python3", "-I", "-c", code], api=api)
    channel = sandbox.open(SMALL, None)
    try:
        assert read_line(channel) == f"shell {THIS_PYTHON} /usr/local"
    finally:
        assert channel.close().stderr == ""
