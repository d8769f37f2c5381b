"""The HTML text: self-contained, policed, bounded, and never one tag from a submission."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.model.base import Text
from grader.report.budget import PAGE_BYTES
from grader.report.html import render_html
from grader.report.words import WORDS
from tests.report import attacks, makers, samples, traces


class Outline(HTMLParser):
    """Collects the tags, the attribute names and the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember one tag."""
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def outline(html: str) -> Outline:
    """Parse a page."""
    parser = Outline()
    parser.feed(html)
    return parser


CALM = outline(render_html(samples.poisoned("calm"), "zh"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.text(alphabet=st.characters(codec=None), min_size=1, max_size=60),
        st.text(alphabet="<>&\"'`/=;{}% script-!", min_size=1, max_size=40),
        st.sampled_from(attacks.ATTACKS[:-1]),
    )
)
def test_no_text_in_any_field_becomes_markup(attack: str) -> None:
    """Whatever the texts are, no unknown tag, attribute, link or script appears."""
    found = outline(render_html(samples.poisoned(attack), "zh"))
    assert set(found.tags) <= set(CALM.tags) | {"code", "span"}
    assert found.attributes <= CALM.attributes
    assert found.tags.count("script") == found.tags.count("style") == 1
    assert found.tags.count("a") == CALM.tags.count("a")
    assert found.links == CALM.links


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_a_page_asks_nothing_of_anyone(name: str) -> None:
    """Links lead into the page itself, and the icon is empty data."""
    found = outline(render_html(samples.SAMPLES[name](), "zh"))
    assert {link for link in found.links if not link.startswith("#")} == {"data:,"}
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert "style" not in found.attributes
    assert not [name for name in found.attributes if name.startswith("on")]


def test_the_policy_names_style_and_script_by_their_hashes() -> None:
    """Only the one style and the one script of the page may act."""
    html = render_html(samples.all_passed(), "zh")
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert found
    policy = found.group(1).replace("&#39;", "'")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        inline = re.search(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline.group(1).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_a_hostile_submission_stays_below_a_megabyte() -> None:
    """Hundred thousand letters in every field do not make a page that nobody can open."""
    long = "x" * 100_000
    for result in (attacks.hostile(), samples.poisoned(long), samples.poisoned("\u202e" * 5000)):
        assert len(render_html(result, "zh").encode()) <= PAGE_BYTES


def test_a_big_program_gets_shorter_tables() -> None:
    """Many long traces shrink together instead of overflowing."""
    trace = traces.pool_trace(60)
    tasks = tuple(
        makers.task(n, Text(zh="题", en="t"), tuple(
            makers.check(f"c{i}", Text(zh="检", en="c"), "failed", trace=trace) for i in range(6)
        ), trace=trace)
        for n in range(1, 12)
    )  # fmt: skip
    html = render_html(makers.submission(*tasks), "zh")
    assert 100_000 < len(html.encode()) <= PAGE_BYTES


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_are_in_every_page(language: Any) -> None:
    """The chosen one is the page's; each part says which it is in."""
    html = render_html(samples.SAMPLES["race"](), language)
    code = {"zh": "zh-CN", "en": "en"}[language]
    assert f'<html lang="{code}" data-language="{language}">' in html
    assert html.count('class="zh" lang="zh-CN"') == html.count('class="en" lang="en"') > 50


def test_the_same_result_gives_the_same_bytes() -> None:
    """Nothing in a page depends on when or where it was rendered."""
    assert render_html(samples.whole_class_day(), "zh") == render_html(
        samples.whole_class_day(), "zh"
    )


def test_every_word_is_in_both_languages() -> None:
    """The table of words has no hole, and both sides have the same places to fill."""
    for key, sentence in WORDS.items():
        assert sentence.zh and sentence.en, key
        places = [sorted(re.findall(r"{(\w+)}", side)) for side in (sentence.zh, sentence.en)]
        assert places[0] == places[1], key
