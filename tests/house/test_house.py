"""What holds for all of the code: style, types, the direction of imports, the shape of the tree."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TOP_LEVEL = {"pyproject.toml", "README.md", "LICENSE", "grader", "assignments", "reference",
             "tests", "reports"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run one of the tools of this environment in the project's folder."""
    tool = str(Path(sys.executable).parent / command[0])
    return subprocess.run(
        [tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("mypy",), ("lint-imports", "--no-cache")],
    ids=lambda command: command[0],
)
def test_the_tools_are_content(command: tuple[str, ...]) -> None:
    """ruff, mypy --strict and import-linter find nothing."""
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_top_level_is_as_agreed() -> None:
    """Nothing but the agreed files and folders stands at the top; dot-files may."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    found = {name.split("/")[0] for name in listed if name and not name.startswith(".")}
    assert found <= TOP_LEVEL


def test_every_module_says_what_it_owns() -> None:
    """Each file of the product begins with a docstring."""
    silent = [
        str(path.relative_to(ROOT)) for path in (ROOT / "grader").rglob("*.py")
        if not path.read_text("utf-8").lstrip().startswith('"""')
    ]
    assert silent == []
