"""A built site -> its pages with their anchors, links and what they would fetch."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from attrs import define, field

_FETCHING = {"img", "script", "iframe", "embed", "source", "audio", "video", "object"}
_STYLE = re.compile(r"@import\s+[\"']?([^\"';]+)|url\(\s*[\"']?([^\"')]+)")


@define
class Page:
    """A page: the anchors that it has, where its links lead, what it fetches, its text."""

    anchors: set[str] = field(factory=set)
    links: set[str] = field(factory=set)
    fetched: set[str] = field(factory=set)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.page.anchors |= {told[key] for key in ("id", "name") if key in told}
        if tag == "a" and "href" in told:
            self.page.links.add(told["href"])
        if tag == "link" and not {"next", "prev", "index", "search"} & set(told.get("rel", "").split()):
            self.page.fetched.add(told.get("href", ""))
        if tag in _FETCHING:
            self.page.fetched |= {told[key] for key in ("src", "data") if key in told}
        self.page.fetched |= styled(told.get("style", ""))
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        self.page.text += "" if self._hidden else data


def styled(text: str) -> set[str]:
    """Gives what a style sheet fetches."""
    return {(a or b).strip() for a, b in _STYLE.findall(text)}


def read(folder: Path) -> dict[Path, Page]:
    """Gives the pages below a folder by their resolved paths."""
    pages = {}
    for path in sorted(folder.resolve().rglob("*.html")):
        pages[path] = Page()
        _Reader(pages[path]).feed(path.read_text("utf-8"))
    return pages


def broken(pages: dict[Path, Page]) -> list[str]:
    """Gives the links inside the site that lead nowhere: no such file, or no such anchor on it."""
    found = []
    for path, page in pages.items():
        for link in sorted(page.links | page.fetched):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].anchors):
                found.append(f"{path.name}: {link}")
    return found


def outside(pages: dict[Path, Page], folder: Path) -> list[str]:
    """Gives what pages and style sheets would fetch from elsewhere."""
    wanted = {(path.name, link) for path, page in pages.items() for link in page.fetched}
    wanted |= {(path.name, link) for path in folder.rglob("*.css") for link in styled(path.read_text("utf-8"))}
    return [f"{name}: {link}" for name, link in sorted(wanted) if urlsplit(link).netloc]
