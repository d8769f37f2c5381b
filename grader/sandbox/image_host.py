"""A base image made of a Python of this machine, for places without a registry.

What an interpreter needs is what the loader names: the executable, its standard library, and
the shared libraries of both. It is moved to /usr/local whatever its home here, so that no path of
this machine is in the image.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docker

from grader.sandbox.channel import SandboxError
from grader.sandbox.contents import Runtime, add_bytes, add_folder
from grader.sandbox.entry import IMAGE_ROOT

_QUESTION = """
import json, os, sys, sysconfig
executable = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
print(json.dumps({"minor": "%d.%d" % sys.version_info[:2], "executable": executable,
                  "stdlib": sysconfig.get_path("stdlib", vars={"installed_base": sys.base_prefix,
                  "base": sys.base_prefix}), "tag": sys.implementation.cache_tag}))
"""
# A shell, and the commands that an exercise on subprocess would start.
_COMMANDS = (
    "sh", "cat", "chmod", "date", "echo", "env", "false", "head", "kill", "ln", "ls", "mkdir",
    "mv", "rm", "seq", "sleep", "sort", "tail", "touch", "tr", "true", "wc", "yes",
)  # fmt: skip
_LEFT_OUT = {
    "test", "tests", "idlelib", "tkinter", "turtledemo", "ensurepip", "lib2to3", "site-packages",
    "pydoc_data",
}  # fmt: skip
_LEFT_OUT_MODULES = re.compile(r"(_tkinter|_test.*|_ctypes_test|xx.*)\..*so")
_LDD_LINE = re.compile(r"(?:\S+ => )?(/\S+) \(0x[0-9a-f]+\)")
# Loaded by name at run time, so no `ldd` shows them: thread cancellation, and host names.
_LOADED_LATER = ("libgcc_s.so.1", "libnss_files.so.2", "libnss_dns.so.2")


@dataclass(frozen=True)
class HostPython:
    """One interpreter of this machine (of a virtual environment: the one below it)."""

    minor: str  # "3.11"
    executable: Path
    stdlib: Path
    tag: str  # "cpython-311"

    @classmethod
    def ask(cls, executable: str) -> HostPython:
        """Raises SandboxError when `executable` is no Python of a Linux machine."""
        if not sys.platform.startswith("linux"):
            raise SandboxError("an image from this machine's Python can only be made on Linux")
        try:
            answer = subprocess.run(
                [executable, "-I", "-c", _QUESTION], capture_output=True, check=True, timeout=60
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SandboxError(f"{executable} is no usable Python: {error}") from error
        facts = json.loads(answer.stdout)
        return cls(facts["minor"], Path(facts["executable"]), Path(facts["stdlib"]), facts["tag"])


def import_host(
    api: docker.APIClient, host: HostPython, runtime: Runtime, name: str, labels: Mapping[str, str]
) -> None:
    """Make the image `name` ("repository:tag") of `host` and `runtime`.

    One import and no Dockerfile: each step of a build costs 2 s with some storage drivers, and
    this is also how the image follows every change of the runtime while it is being written.
    """
    repository, tag = name.split(":")
    with tempfile.NamedTemporaryFile(suffix=".tar") as file:
        with tarfile.open(fileobj=file, mode="w") as tar:
            write_root(tar, host)
            _add_runtime(tar, host, runtime)
        file.flush()
        api.import_image_from_file(
            file.name,
            repository=repository,
            tag=tag,
            changes=[
                "ENV PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8",
                *(f"LABEL {key}={value}" for key, value in labels.items()),
            ],
        )


def _add_runtime(tar: tarfile.TarFile, host: HostPython, runtime: Runtime) -> None:
    """Add the runtime and its bytecode, compiled by the interpreter that will run it."""
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder)
        for name, data in runtime.files.items():
            path = staged / IMAGE_ROOT[1:] / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        compiling = subprocess.run(
            [host.executable, "-I", "-m", "compileall", "-q", "--invalidation-mode",
             "unchecked-hash", "-s", folder, "-p", "/", folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if compiling.returncode:
            raise SandboxError(f"the runtime does not compile:\n{compiling.stdout[-2000:]}")
        for path in sorted(staged.rglob("*")):
            name = path.relative_to(staged).as_posix()
            if path.is_dir():
                add_folder(tar, name)
            else:
                add_bytes(tar, name, path.read_bytes())


def write_root(tar: tarfile.TarFile, host: HostPython) -> None:
    """Write the whole root folder of the image into `tar`."""
    for folder in ("dev", "etc", "proc", "root", "sys", "usr", "usr/local", "usr/local/bin"):
        add_folder(tar, folder)
    for folder in ("tmp", "var", "var/tmp"):
        add_folder(tar, folder, 0o1777 if folder.endswith("tmp") else 0o755)
    add_bytes(tar, "etc/passwd", b"root:x:0:0:root:/root:/bin/sh\n")
    add_bytes(tar, "etc/group", b"root:x:0:\n")
    add_bytes(tar, "etc/nsswitch.conf", b"hosts: files dns\n")
    binaries = {f"usr/local/bin/python{host.minor}": host.executable}
    for command in _COMMANDS:
        found = shutil.which(command, path="/usr/bin:/bin")
        if found is not None:
            binaries[f"bin/{command}"] = Path(found)
    for name, path in binaries.items():
        add_bytes(tar, name, path.read_bytes(), 0o755)
    for alias in ("python3", "python"):
        _add_link(tar, f"usr/local/bin/{alias}", f"python{host.minor}")
    modules = []
    for path in _library_files(host):
        name = f"usr/local/lib/python{host.minor}/{path.relative_to(host.stdlib)}"
        tar.add(path, name, recursive=False, filter=_owned_by_root)
        if ".so" in path.suffixes:
            modules.append(path)
    for name, path in _shared_libraries([*binaries.values(), *modules]).items():
        add_bytes(tar, name, path.read_bytes(), 0o755)


def _library_files(host: HostPython) -> Iterator[Path]:
    """The standard library without its tests, graphics and foreign bytecode."""
    for path in sorted(host.stdlib.rglob("*")):
        inside = path.relative_to(host.stdlib)
        if path.is_dir() or _LEFT_OUT.intersection(inside.parts) or path.suffix == ".a":
            continue
        if inside.parts[0].startswith("config-") or _LEFT_OUT_MODULES.fullmatch(path.name):
            continue
        if path.suffix == ".pyc" and not path.name.endswith(f".{host.tag}.pyc"):
            continue
        yield path


def _shared_libraries(binaries: list[Path]) -> dict[str, Path]:
    """Name in the image -> file here, for every library that the loader names for `binaries`."""
    listing = subprocess.run(
        ["ldd", *map(str, binaries)], capture_output=True, text=True, check=False
    ).stdout
    libraries = {}
    for found in dict.fromkeys(_LDD_LINE.findall(listing)):
        path = Path(found)
        # A library outside the system's folders is found here by a path inside the binary that
        # the image does not have; /usr/lib is searched by every loader.
        is_system = path.parts[1] in ("lib", "lib64") or path.parts[:3] in (
            ("/", "usr", "lib"), ("/", "usr", "lib64")
        )  # fmt: skip
        libraries[found[1:] if is_system else f"usr/lib/{path.name}"] = path.resolve()
        for later in _LOADED_LATER:
            if is_system and (path.parent / later).exists():
                libraries[str(path.parent / later)[1:]] = (path.parent / later).resolve()
    return libraries


def _owned_by_root(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o755 if member.isdir() else 0o644
    return member


def _add_link(tar: tarfile.TarFile, name: str, target: str) -> None:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, target
    tar.addfile(member)
