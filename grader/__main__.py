"""The `grader` command, also as `python -m grader`."""

from __future__ import annotations

import gc

# Evidence is a great many small objects that live until the command ends, and modules are as many
# more: to look for cycles in them again and again takes an eighth of a check.
gc.disable()

from grader.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
