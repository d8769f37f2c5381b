"""Writes and reads `result.json`, the published record of one submission."""

from __future__ import annotations

import json
import re

from grader.model.result import SubmissionResult

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(result: SubmissionResult) -> str:
    """Return the record as JSON: fields in the model's order, one line each, same bytes always."""
    record = result.model_dump(mode="json")
    text = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    # A file name that is no UTF-8 reaches us with lone surrogates, which no file can hold.
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def parse_json(text: str) -> SubmissionResult:
    """Return the record that `text` holds; a ValueError says what is wrong with it."""
    return SubmissionResult.model_validate(json.loads(text))
