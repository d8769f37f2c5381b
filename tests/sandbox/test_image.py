"""The image: what goes in, how it is found again, and that it starts our runtime."""

from __future__ import annotations

import io
import sys
import tarfile
from pathlib import Path

import docker
import pytest

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
