"""Compiles scripts in an interpreter of its own, because the text is hostile to the parser too.

Contract: standard input is a JSON object, id -> source as base64; standard output is a JSON object,
id -> null, or [line, reason] where this Python refuses the source. What makes the compiler itself
give up (depth, memory) is left to the run. Never executes anything; standard library only.
"""

from __future__ import annotations

import base64
import json
import sys
import warnings


def find_error(source: bytes) -> tuple[int, str] | None:
    """Return line and reason of the first syntax error."""
    try:
        compile(source, "<script>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error.lineno or 1, error.msg
    except (ValueError, MemoryError, RecursionError, OverflowError):
        return None
    return None


def main() -> None:
    """Answer the question on standard input."""
    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    answer = {name: find_error(base64.b64decode(source)) for name, source in asked.items()}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
