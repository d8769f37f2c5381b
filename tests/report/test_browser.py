"""The page in a real browser: accessible, quiet, readable small, dark, on paper, without script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.report import samples

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "resultTypes": ["violations"],
}
OPEN_EVERYTHING = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SMALL_TARGETS = """
[...document.querySelectorAll('a, button, summary, .language label')]
  .filter(one => one.checkVisibility())
  .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)
"""


@pytest.mark.parametrize("name", samples.SAMPLES)
@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("zh", "light", 390), ("en", "dark", 390), ("zh", "dark", 1280), ("en", "light", 1280)],
)
def test_axe_finds_nothing(
    open_page: OpenPage, name: str, language: str, scheme: str, width: int
) -> None:
    """WCAG 2.2 A and AA, with everything opened."""
    page = open_page(name, language, width, color_scheme=scheme)
    page.evaluate(OPEN_EVERYTHING)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_page_never_scrolls_sideways(open_page: OpenPage, name: str) -> None:
    """At 320 px too; only a table may scroll, in a region that has the keyboard's focus."""
    page = open_page(name, "en", 320)
    page.evaluate(OPEN_EVERYTHING)
    for width in (320, 390, 700, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    loose = page.evaluate(
        "[...document.querySelectorAll('.region')].filter(one => one.tabIndex !== 0).length"
    )
    assert loose == 0


@pytest.mark.parametrize("name", ["race", "deadlock", "timed"])
def test_the_first_screen_has_the_grade_and_every_check(open_page: OpenPage, name: str) -> None:
    """On a phone of 390 x 844 nothing needs scrolling to be found, failed checks first."""
    page = open_page(name)
    last = page.locator(".check").last.bounding_box()
    assert last and last["y"] + last["height"] <= 844
    assert "failed" in (page.locator(".check").first.get_attribute("class") or "")
    expect(page.locator(".points strong")).to_be_in_viewport()


def test_the_first_screen_of_many_tasks_lists_what_failed(open_page: OpenPage) -> None:
    """With many tasks the list of what to look at first is on the first screen."""
    page = open_page("everything")
    for line in page.locator(".first a.line").all():
        expect(line).to_be_in_viewport(ratio=1)


def test_a_line_of_the_first_list_opens_its_check(open_page: OpenPage) -> None:
    """Following the link opens what it leads to, line included."""
    page = open_page("everything")
    page.get_by_role("link", name="4.1").click()
    expect(page.locator("#check-2-1 .facts")).to_be_in_viewport()
    expect(page.locator("details:has(> #check-2-1) > summary")).to_be_in_viewport()


def test_targets_are_big_enough_for_a_thumb(open_page: OpenPage) -> None:
    """Everything that can be pressed is at least 44 by 44 pixels."""
    page = open_page("everything")
    page.evaluate(OPEN_EVERYTHING)
    assert page.evaluate(SMALL_TARGETS) == []


def test_the_language_switches_by_keyboard(open_page: OpenPage) -> None:
    """Tab to the choice, arrow to the other language: words, `lang` and title follow."""
    page = open_page("race", "zh")
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="中文")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("data-language", "en")
    expect(page).to_have_title("李明_20231234 – Homework report")
    assert page.locator("main .zh:visible").count() == 0
    expect(page.get_by_text("No update of the count is lost")).to_be_visible()


def test_the_copy_button_copies_the_command(open_page: OpenPage) -> None:
    """The replay command lands in the clipboard as it was given, and a screen reader hears it."""
    page = open_page("race", "en", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".check.failed summary").first.click()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    command = samples.race_task().checks[1].replay
    assert page.evaluate("navigator.clipboard.readText()") == command


def test_open_all_opens_and_closes(open_page: OpenPage) -> None:
    """One button opens every check, and closes them again."""
    page = open_page("everything", "en")
    page.get_by_role("button", name="Open all").click()
    assert page.locator("details.check:not([open])").count() == 0
    page.get_by_role("button", name="Close all").click()
    assert page.locator("details.check[open]").count() == 0


def test_printing_opens_every_details(open_page: OpenPage) -> None:
    """On paper nothing is folded; afterwards it is as it was."""
    page = open_page("everything")
    page.emulate_media(media="print")
    expect(page.locator("details:not([open])")).to_have_count(0)
    page.emulate_media(media="screen")
    expect(page.locator("details[open]")).to_have_count(0)


def test_print_shows_everything_without_script_too(open_page: OpenPage) -> None:
    """Where scripts are forbidden, the style sheet unfolds for paper."""
    page = open_page("race", java_script_enabled=False)
    expect(page.locator("table caption").first).not_to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("table caption").first).to_be_visible()
    box = page.locator("table.schedule").first.bounding_box()
    assert box and box["height"] > 200


def test_everything_can_be_read_without_script(open_page: OpenPage) -> None:
    """Checks open, the language switches, links open their check, dead buttons do not show."""
    page = open_page("everything", "zh", java_script_enabled=False)
    expect(page.locator("button:visible")).to_have_count(0)
    page.locator(".first a.line").first.click()
    expect(page.locator("#check-1-2 .facts")).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.locator("#check-1-2 .facts").get_by_text("After ten threads")).to_be_visible()
    expect(page.locator("#check-1-2 .facts").get_by_text("十个线程之后")).not_to_be_visible()


def test_lanes_become_blocks_with_names_on_a_phone(open_page: OpenPage) -> None:
    """Below 480 px each step names its thread; on a desktop the head of the lane does."""
    phone = open_page("race", "en", 390)
    phone.evaluate(OPEN_EVERYTHING)
    expect(phone.locator("td .chip").first).to_be_visible()
    desktop = open_page("race", "en", 1280)
    desktop.evaluate(OPEN_EVERYTHING)
    expect(desktop.locator("td .chip").first).not_to_be_visible()
    expect(desktop.get_by_role("columnheader", name="Thread-1")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_table_is_a_table_for_a_screen_reader(open_page: OpenPage, width: int) -> None:
    """Also where it looks like blocks: a caption, a row for each step, a header in each."""
    page = open_page("deadlock", "en", width)
    page.evaluate(OPEN_EVERYTHING)
    table = page.get_by_role("table", name="The schedule that broke it, step by step")
    assert table.get_by_role("row").count() >= 6
    assert table.get_by_role("rowheader").count() >= 5


def test_the_head_of_a_long_table_stays_in_sight(open_page: OpenPage) -> None:
    """Scrolled to the last row, the names of the lanes are still on the screen."""
    page = open_page("all_passed", "en", 1280)
    page.evaluate(OPEN_EVERYTHING)
    page.locator("table.schedule tr").last.scroll_into_view_if_needed()
    expect(page.locator("table.schedule thead th").first).to_be_in_viewport()


def test_nothing_moves_for_those_who_want_less_motion(open_page: OpenPage) -> None:
    """Smooth scrolling is only for readers without that wish."""
    page = open_page("race", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_focus_can_be_seen(open_page: OpenPage) -> None:
    """Whoever moves by keyboard sees where they are."""
    page = open_page("race")
    page.locator(".check summary").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    outline: Any = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
