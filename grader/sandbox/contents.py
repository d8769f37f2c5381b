"""Contents: which of our files enter the sandbox, and the hash that names this version of them."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import grader

PACKAGE_ROOT = Path(grader.__file__).parent
DOCKERFILE = Path(__file__).with_name("Dockerfile")


@dataclass(frozen=True)
class Runtime:
    """One version of the runtime: read once, so that hash and contents belong together."""

    files: Mapping[str, bytes]  # name in the image, e.g. "grader/runtime/wire.py" -> contents
    hash: str  # twelve hexadecimal digits; changes with any file, or with the Dockerfile

    @classmethod
    def read(cls, root: Path = PACKAGE_ROOT) -> Runtime:
        """Read the runtime of the `grader` package that lies in `root`."""
        paths = [root / "__init__.py", *sorted((root / "runtime").rglob("*.py"))]
        files = {f"grader/{path.relative_to(root).as_posix()}": path.read_bytes() for path in paths}
        digest = hashlib.sha256(DOCKERFILE.read_bytes())
        for name, data in files.items():
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
        return cls(files, digest.hexdigest()[:12])


def add_bytes(tar: tarfile.TarFile, name: str, data: bytes, mode: int = 0o444) -> None:
    """Add a regular file of root's with fixed times, so that equal contents give equal images."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(data), mode
    tar.addfile(member, io.BytesIO(data))


def add_folder(tar: tarfile.TarFile, name: str, mode: int = 0o755) -> None:
    """Add a folder of root's."""
    member = tarfile.TarInfo(name)
    member.type, member.mode = tarfile.DIRTYPE, mode
    tar.addfile(member)


def build_context(runtime: Runtime) -> bytes:
    """The tar that `docker build` gets: the Dockerfile and the runtime, nothing else."""
    folders = {parent for name in runtime.files for parent in PurePosixPath(name).parents}
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        add_bytes(tar, "Dockerfile", DOCKERFILE.read_bytes())
        for folder in sorted(folders - {PurePosixPath(".")}):
            add_folder(tar, str(folder))
        for name, data in runtime.files.items():
            add_bytes(tar, name, data)
    return buffer.getvalue()
