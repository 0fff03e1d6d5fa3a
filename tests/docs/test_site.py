"""The documentation is built strictly, from the files that it tells of, and none of its links leads nowhere."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import site_pages
from attrs import evolve

from claimlint.line import Claimlint


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built pages."""
    place = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, root / "docs/build.py", place], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return place


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, site_pages.Page]:
    """The pages of the site."""
    return site_pages.read(site)


def test_every_link_leads_somewhere(pages: dict[Path, site_pages.Page]) -> None:
    """Files and anchors are there."""
    assert site_pages.broken(pages) == []


def test_a_broken_link_is_seen(pages: dict[Path, site_pages.Page]) -> None:
    """A file that is not there, and an anchor that is not there, are told."""
    path, page = next((path, page) for path, page in pages.items() if path.name == "ci.html")
    wrong = evolve(page, links={"nowhere.html", "index.html#nowhere", "#nowhere"})
    assert len(site_pages.broken({**pages, path: wrong})) == 3


def test_nothing_is_fetched_from_elsewhere(site: Path, pages: dict[Path, site_pages.Page]) -> None:
    """Fonts, scripts, pictures and styles come with the pages: they are read without a network."""
    assert site_pages.outside(pages, site) == []


def test_every_rule_has_its_page(site: Path, pages: dict[Path, site_pages.Page], lint: Claimlint) -> None:
    """With its summary, its reason and every example; the list of rules leads to it."""
    listed = pages[(site / "rules/index.html").resolve()]
    for rule in lint.rules:
        text = _flat(pages[(site / f"rules/{rule.name}.html").resolve()].text)
        assert f"{rule.name}.html" in listed.links
        for said in (rule.summary, rule.why, *(a for kind in (rule.conflict, rule.agree, rule.missed) for e in kind for a in e)):
            assert _flat(said) in text, (rule.name, said)


def test_every_field_of_the_schema_is_told(site: Path, pages: dict[Path, site_pages.Page], root: Path) -> None:
    """Each record and field stands on the page, with what it means."""
    told = _flat(pages[(site / "schema.html").resolve()].text)
    schema = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))["$defs"]
    fields = [(record, name, field) for record, row in schema.items() for name, field in row.get("properties", {}).items()]
    assert [f"{record}.{name}" for record, name, field in fields if not field.keys() & {"description", "$ref"}] == []
    assert all(record in told for record in schema)
    assert all(name in told for _, name, _ in fields)


def test_every_page_is_reached_from_the_first(site: Path, pages: dict[Path, site_pages.Page]) -> None:
    """Nothing is hidden."""
    seen, todo = set(), [(site / "index.html").resolve()]
    while todo:
        path = todo.pop()
        if path not in seen and path in pages:
            seen.add(path)
            todo += [(path.parent / link.partition("#")[0]).resolve() for link in pages[path].links if "://" not in link]
    assert {path.name for path in pages.keys() - seen} == {"404.html", "search.html"} & {
        path.name for path in pages.keys() - seen
    }


@pytest.mark.parametrize("page", ["README.md", "docs", "rules/README.md", "rules/clauses/README.md", "grammars/README.md"])
def test_links_lead_somewhere_in_the_repository_too(root: Path, page: str) -> None:
    """Who reads the Markdown where it stands finds what it links to, down to the heading."""
    for path in sorted((root / page).glob("*.md")) if page == "docs" else [root / page]:
        for link in re.findall(r"\]\((?!\w+:)([^)\s]+)\)", path.read_text("utf-8")):
            name, _, anchor = link.partition("#")
            target = path.parent / name if name else path
            assert target.exists(), (path, link)
            if anchor:
                headings = re.findall(r"^#+ (.*)", target.read_text("utf-8"), re.MULTILINE)
                assert anchor in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}, (path, link)


def test_the_editors_of_the_readme_are_those_of_the_guide(root: Path) -> None:
    """What an editor is told stands in both, word for word."""
    told = [
        {re.sub(r"^ +", "", block, flags=re.MULTILINE) for block in re.findall(r"```(?:js|lua|elisp)\n(.*?)```", text, re.DOTALL)}
        for text in ((root / name).read_text("utf-8") for name in ("README.md", "docs/editors.md"))
    ]
    assert len(told[0]) == 3
    assert told[0] <= told[1]


def _flat(text: str) -> str:
    return " ".join(text.split())
