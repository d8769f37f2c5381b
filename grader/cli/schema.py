"""`grader schema`: the JSON schema of result.json."""

from __future__ import annotations

import json

import click

from grader.cli.session import shared_options
from grader.cli.terminal import print_exactly
from grader.model.result import SubmissionResult

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command()
@shared_options
def schema() -> None:
    """Print the JSON schema of result.json. 输出 result.json 的 JSON Schema。"""
    shape = SubmissionResult.model_json_schema(mode="serialization")
    print_exactly(json.dumps({"$schema": DIALECT, **shape}, ensure_ascii=False, indent=2) + "\n")
