"""A browser for the reviewer's page. Where there is none its tests are not collected, and the head of the run says so."""

import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
collect_ignore = [] if CHROMIUM else ["test_browser.py"]


def pytest_report_header(config: Any) -> str:
    """Says whether the tests in a browser are run."""
    return f"browser: {CHROMIUM or 'none, so tests/reports/test_browser.py is left out; apt-get install chromium'}"


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()
