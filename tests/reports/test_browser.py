"""The reviewer's page in a real browser: filters, pages, permalinks, decisions, print, access."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pages
import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import expect

from claimlint.line import Claimlint

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Open]:
    """Opens a page of text; at the end nothing may have been asked for and nothing complained of."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def go(text: str, anchor: str = "", **options: Any) -> "Page":
        (tmp_path / "report.html").write_bytes(text.encode())
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(f"{(tmp_path / 'report.html').as_uri()}{anchor}")
        return page

    yield go
    for context in contexts:
        context.close()
    assert not [url for url in asked if not url.startswith(("file:", "blob:"))]
    assert said == []


def shown(page: "Page") -> int:
    """How many findings are to be seen."""
    return page.locator("article.finding:visible").count()


@pytest.fixture(scope="session")
def thousands(lint: Claimlint) -> str:
    """A page of 5,000 findings."""
    return pages.page(pages.large(lint, 5000))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["seeds", "hostile"])
def test_axe_finds_no_violation(
    opened: Open, run: Callable[..., Any], lint: Claimlint, seeds: Path, scheme: str, kind: str
) -> None:
    """Contrast, names, landmarks, headings: in light and dark."""
    text = run(seeds, "--format", "html").out if kind == "seeds" else pages.page(pages.hostile(lint))
    page = opened(text, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page)
    assert found["passes"]
    assert [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


def test_what_stands_in_articles_is_text(opened: Open, lint: Claimlint) -> None:
    """No script of theirs runs, and all of it can be read."""
    page = opened(pages.page(pages.hostile(lint)))
    assert "owned" not in page.title()
    assert page.locator("img, article script, article a:not(.message)").count() == 0
    assert "<img src=x onerror='document.title=\"owned\"'>" in (page.locator("article").first.text_content() or "")
    assert "{{ 7 * 7 }}" in (page.locator("article").first.text_content() or "")


def test_it_is_read_without_script(opened: Open, lint: Claimlint) -> None:
    """All findings are there, and no control that would do nothing."""
    page = opened(pages.page(pages.large(lint, 130)), java_script_enabled=False)
    assert shown(page) == 130
    assert page.locator("input:visible, button:visible, select:visible").count() == 0


def test_filters_narrow_and_are_undone(opened: Open, thousands: str) -> None:
    """Severity, rule, subject, source, words; a hundred to a page; the count is said."""
    page = opened(thousands)
    assert shown(page) == 100
    assert page.locator("#count").text_content() == "5000 of 5000 findings, 0 decided"
    page.uncheck("#severities input[value=error]")
    page.select_option("#rule", label="rule-3 (1250)")
    assert page.locator("#count").text_content() == "833 of 5000 findings, 0 decided"
    assert {each.text_content() for each in page.locator("article .rule").all()[:5]} == {"rule-3"}
    page.select_option("#subject", "2")
    narrow = page.locator("#count").text_content()
    page.click("#reset")
    page.fill("#search", "NUMBER 4321 'less")
    expect(page.locator("article")).to_have_count(0)
    page.fill("#search", "NUMBER 4321 '480")
    expect(page.locator("article")).to_have_count(1)
    assert narrow != "5000 of 5000 findings, 0 decided"
    assert "finding number 4321" in (page.locator("article:visible").text_content() or "")


def test_pages_turn_and_permalinks_lead_to_theirs(opened: Open, thousands: str) -> None:
    """A permalink opens the page of its finding, through filters too."""
    page = opened(thousands)
    assert page.locator("#page").text_content() == "Page 1 of 50"
    page.click("#next")
    assert page.locator("#page").text_content() == "Page 2 of 50"
    last = page.evaluate("() => JSON.parse(document.getElementById('index').textContent).at(-1)[0]")
    page.evaluate("hash => { location.hash = hash }", last)
    expect(page.locator("#page")).to_have_text("Page 50 of 50")
    assert page.locator(f"#{last}").is_visible()
    page.uncheck("#severities input[value=note]")
    page.evaluate("() => { location.hash = '' }")
    page.evaluate("hash => { location.hash = hash }", last)
    expect(page.locator("#page")).to_have_text("Page 50 of 50")
    assert page.locator(f"#{last}").is_visible()
    fresh = opened(thousands, f"#{last}")
    assert fresh.locator(f"#{last}").is_visible()
    assert fresh.evaluate("() => document.activeElement.id") == last


def test_it_is_quick_at_five_thousand(opened: Open, thousands: str) -> None:
    """Ready in seconds, filtered in a blink, on a slow machine too."""
    page = opened(thousands)
    ready = page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    took = page.evaluate(
        """() => { const box = document.querySelector("#severities input"); const start = performance.now();
        box.checked = false; box.dispatchEvent(new Event("change", { bubbles: true })); document.body.getBoundingClientRect();
        return performance.now() - start; }"""
    )
    assert ready < 5000
    assert took < 500


def test_decisions_are_kept_saved_and_applied(
    opened: Open, run: Callable[..., Any], seeds: Path, tmp_path: Path, root: Path
) -> None:
    """With note and initials; after a reload; as a file that makes the baseline; and read back from it."""
    from jsonschema import Draft202012Validator

    page = opened(run(seeds, "--format", "html").out, accept_downloads=True)
    page.fill("#initials", "AB")
    finding = page.locator("article.warning").first
    finding.locator("input.note").fill("two ends of one process")
    finding.locator("input[value=dismiss]").check()
    page.locator("article.note").first.locator("input[value=ask]").check()
    page.reload()
    assert page.locator("article.warning").first.locator("input.note").input_value() == "two ends of one process"
    assert "2 decided" in (page.locator("#count").text_content() or "")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(tmp_path / "decisions.json")
    told = json.loads((tmp_path / "decisions.json").read_text("utf-8"))
    schema = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))
    Draft202012Validator({"$ref": "#/$defs/decisions", "$defs": schema["$defs"]}).validate(told)
    assert [(each["decision"], each["note"], each["initials"]) for each in told["decisions"]] == [
        ("dismiss", "two ends of one process", "AB"), ("ask", "", "AB"),
    ]  # fmt: skip
    done = run("decisions", "apply", tmp_path / "decisions.json", "-o", tmp_path / "known.json")
    assert "2 decisions (0 accept, 1 dismiss, 1 ask), 1 finding known" in done.out
    record = json.loads(run(seeds, "--baseline", tmp_path / "known.json", "--format", "json").out)
    assert [each["suppression"]["reason"] for each in record["suppressed"]] == ["two ends of one process (AB)"]
    page.locator("article.warning").first.locator(".undo").click()
    page.locator("article.note").first.locator(".undo").click()
    assert "0 decided" in (page.locator("#count").text_content() or "")
    page.set_input_files("#load", tmp_path / "decisions.json")
    expect(page.locator("#count")).to_contain_text("2 decided")
    page.select_option("#decided", "dismiss")
    assert shown(page) == 1


def test_print_shows_what_is_filtered_without_controls(opened: Open, lint: Claimlint) -> None:
    """All pages of it."""
    page = opened(pages.page(pages.large(lint, 130)))
    page.uncheck("#severities input[value=note]")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert shown(page) == 87
    assert page.locator("input:visible, button:visible, select:visible").count() == 0
    assert page.pdf()[:4] == b"%PDF"
