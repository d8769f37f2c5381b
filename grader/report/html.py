"""Renders one result as one self-contained HTML file that asks nothing of anyone.

Style and script stand inline and are named in the Content-Security-Policy by their hashes, so a
line that slipped in from a submission could neither run nor load anything even if escaping failed.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.model.base import Language
from grader.model.result import SubmissionResult
from grader.report.budget import BUDGETS, PAGE_BYTES
from grader.report.hostile import Both, plain, show_both
from grader.report.page import build_page
from grader.report.words import WORDS, say

_TEMPLATES = Path(__file__).parent / "templates"
_STYLES = ("style.css", "trace.css", "flow.css", "media.css")
_GLYPHS = {"passed": "✓", "failed": "✗", "skipped": "–", "could_not_judge": "?"}


def render_html(result: SubmissionResult, language: Language) -> str:
    """Return the page; both languages are in it, `language` is the one that shows at first."""
    template = _environment().get_template("report.html.j2")
    style = "\n".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    script = (_TEMPLATES / "report.js").read_text(encoding="utf-8")
    html = ""
    for budget in BUDGETS:
        page = build_page(result, budget)
        html = template.render(
            page=page,
            titles={"zh": _title(say("report").zh, plain(page.name)),
                    "en": _title(say("report").en, plain(page.name))},
            language=language,
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
        )  # fmt: skip
        if len(html.encode()) <= PAGE_BYTES:
            break
    return html


def _policy(style: str, script: str) -> str:
    return (
        "default-src 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")


def _title(report: str, name: str) -> str:
    return f"{name} – {report}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["word"] = _word
    environment.globals["glyphs"] = _GLYPHS
    return environment


@cache
def _word(key: str) -> Both:
    return show_both(WORDS[key], 1000)
