"""Fixtures of the report's tests: the samples as files, and one real browser for them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from grader.model.base import Language
from grader.report.html import render_html
from tests.report.samples import SAMPLES


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's chromium; without one the tests fail, unless told to do without."""
    if os.environ.get("GRADER_NO_BROWSER") == "1":
        pytest.skip("GRADER_NO_BROWSER=1")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("no chromium on this machine; GRADER_NO_BROWSER=1 skips these tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page_file(tmp_path: Path) -> Callable[[str, Language], Path]:
    """Render a sample into a file."""

    def render(name: str, language: Language = "zh") -> Path:
        path = tmp_path / f"{name}.{language}.html"
        path.write_text(render_html(SAMPLES[name](), language), encoding="utf-8")
        return path

    return render


@pytest.fixture
def open_page(
    browser: Browser, page_file: Callable[[str, Language], Path]
) -> Iterator[Callable[..., Page]]:
    """Open a sample in a fresh context; afterwards nothing may have been asked for or refused."""
    contexts: list[BrowserContext] = []
    requests: list[str] = []
    complaints: list[str] = []

    def open_sample(name: str, language: Language = "zh", width: int = 390, **more: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            **more,  # type: ignore[arg-type]  # whatever new_context takes
        )
        contexts.append(context)
        page = context.new_page()
        own = page_file(name, language).as_uri()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(own)
        assert requests.pop(0) == own
        return page

    yield open_sample
    for context in contexts:
        context.close()
    outside = [url for url in requests if not url.startswith(("data:", "file:"))]
    assert outside == []
    assert complaints == []
