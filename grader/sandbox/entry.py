"""The command that starts the supervisor, the same in every sandbox."""

from __future__ import annotations

IMAGE_ROOT = "/opt/grader"  # where the image holds grader/__init__.py and grader/runtime


def supervisor_command(python: str = "python3", root: str = IMAGE_ROOT) -> list[str]:
    """The argv of a supervisor whose `grader` package lies in `root`.

    `-I` keeps the student's folder, PYTHONPATH and user site out; the path is set by hand
    because an isolated interpreter would not find our package.
    """
    code = (
        f"import sys; sys.path[:0]=[{root!r}]; from grader.runtime.supervisor import main; main()"
    )
    return [python, "-I", "-B", "-c", code]
