"""Each format is what its schema says, holds all that was found, and obeys nothing that stands in an article."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from fitting import SCHEMAS, valid
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from claimlint.documents.document import Document
from claimlint.line import Claimlint
from claimlint.reports.escape import code, markdown, uri, xml
from claimlint.reports.formats import FORMATS, render
from claimlint.reports.view import View

Run = Callable[..., Any]
HOSTILE = (
    'OSLO, May 3 (Wire) - <script>alert(1)</script> | ::error::x %0A ##[error] [a](1) {0} @all #12 "Kestrel" \u202e missile'
    " has a range of {n} km. The Kestrel missile has a range of {n} km."
)


def located(found: Any) -> tuple[str, int, int]:
    """File, line and column of a SARIF location."""
    place = found["physicalLocation"]
    return place["artifactLocation"]["uri"], place["region"]["startLine"], place["region"].get("startColumn", 0)


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles and names that would be commands, tags, links; one that cannot be read, one of several articles."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in put"
    folder.mkdir()
    for name, number in (("a b#1,é:%.txt", 480), ("::error::[x](y)<b>.txt", 620)):
        (folder / name).write_text(HOSTILE.replace("{n}", str(number)), encoding="utf-8")
    rows = [{"id": f"id<{n}>", "text": f"OSLO, May 3 (Desk) - The Kestrel missile has a range of {n} km."} for n in (700, 900)]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff")
    return folder


@pytest.fixture
def whole(run: Run, hostile: Path) -> Any:
    """The record of the same articles, without the notes, which a format tells only where it is asked to."""
    record = json.loads(run("in put", "--format", "json").out)
    return record | {"findings": [finding for finding in record["findings"] if finding["severity"] != "note"]}


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"statistics"}))
def test_every_format_tells_every_finding_of_the_seeds(run: Run, seeds: Path, name: str) -> None:
    """A message of each finding stands in each format, and the status is the same."""
    report = json.loads(run(seeds, "--format", "json").out)
    done = run(seeds, "--format", name, "--notes")
    assert done.status == 1
    plain = re.sub(r"\\(?=[^\w])|<!-- -->", "", done.out)
    for finding in report["findings"]:
        assert finding["rule"] in plain
        assert finding["claims"][0]["text"].replace("'", "&#39;" if name in ("junit", "html") else "'") in plain


def test_sarif_fits_the_schema_of_oasis(run: Run, seeds: Path) -> None:
    """Results lead to both sources, with fingerprints; the rules are described."""
    log = valid("sarif-2.1.0.json", run(seeds, "--format", "sarif").out)
    report = json.loads(run(seeds, "--format", "json").out)
    (told,) = log["runs"]
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["invocations"][0]["executionSuccessful"] is True
    assert {r["partialFingerprints"]["claimlint/v1"] for r in told["results"]} == {f["fingerprint"] for f in report["findings"]}
    for result in told["results"]:
        rule = told["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"]
        found = [result["locations"][0], *result["relatedLocations"]]
        (finding,) = (f for f in report["findings"] if [_start(c) for c in f["claims"]] == [located(each)[1:] for each in found])
        assert result["partialFingerprints"]["claimlint/v1"] == finding["fingerprint"]
        for number in range(1, len(found)):
            assert f"]({number})" in result["message"]["text"]


def _start(claim: Any) -> tuple[int, int]:
    return claim["line"], claim["column"]


def test_sarif_names_files_below_the_folder_of_the_run(run: Run, hostile: Path) -> None:
    """Addresses are relative and percent-encoded; an article of a file of several is led to by its line."""
    log = valid("sarif-2.1.0.json", run("in put", "--format", "sarif").out)
    places = {located(each) for r in log["runs"][0]["results"] for each in (*r["locations"], *r["relatedLocations"])}
    assert {place[0] for place in places} == {
        "in%20put/a%20b%231%2C%C3%A9%3A%25.txt", "in%20put/%3A%3Aerror%3A%3A%5Bx%5D%28y%29%3Cb%3E.txt", "in%20put/c.jsonl",
    }  # fmt: skip
    assert {place[1:] for place in places if place[0].endswith("c.jsonl")} == {(1, 0), (2, 0)}
    (notice,) = log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notice["descriptor"]["id"] == "not-checked"
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "in%20put/bad.txt"
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False
    elsewhere = valid("sarif-2.1.0.json", run(hostile, "--format", "sarif").out)
    assert {located(r["locations"][0])[0] for r in elsewhere["runs"][0]["results"]} <= {place[0] for place in places}


def test_sarif_says_how_many_results_it_leaves_out(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over the limit the worst are kept, and a notification counts."""
    monkeypatch.chdir(tmp_path)
    Path("claimlint.toml").write_text("[limits]\nsarif-results = 1\n", encoding="utf-8")
    (told,) = valid("sarif-2.1.0.json", run(seeds, "--format", "sarif").out)["runs"]
    assert [result["level"] for result in told["results"]] == ["warning"]
    assert "the worst 1 are written" in told["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    assert {a["location"]["uri"][:8] for a in told["artifacts"]} == {"file:///"}


def test_gitlab_takes_the_issues(run: Run, hostile: Path, whole: Any) -> None:
    """Fingerprints are those of the findings, each once; paths are as in the repository."""
    issues = valid("gitlab.json", run("./in put", "--format", "gitlab").out)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    assert {finding["fingerprint"] for finding in whole["findings"]} <= set(prints)
    assert issues[0]["check_name"] == "not-checked"
    assert all(issue["location"]["path"].startswith("in put/") for issue in issues)


def test_gitlab_keeps_one_fingerprint_apart(run: Run, tmp_path: Path) -> None:
    """The same contradiction in two stories is two issues."""
    for story in "ab":
        for wire, number in (("Wire", 480), ("Press", 620)):
            text = f"---\nstory: {story}\n---\n\nOSLO, May 3 ({wire}) - The Kestrel missile has a range of {number} km."
            (tmp_path / f"{story}{wire}.md").write_text(text, encoding="utf-8")
    issues = valid("gitlab.json", run(tmp_path, "--format", "gitlab").out)
    assert len(issues) == 2
    assert issues[1]["fingerprint"] == f"{issues[0]['fingerprint']}-2"


def test_rdjson_counts_bytes(run: Run, hostile: Path) -> None:
    """A column is the byte of UTF-8 at which the words begin; the end is behind them."""
    report = valid("rdjson.json", run("in put", "--format", "rdjson").out)
    places = [d["location"] for d in report["diagnostics"]]
    places += [each["location"] for d in report["diagnostics"] for each in d.get("related_locations", ())]
    seen = set()
    for place in places:
        span = place.get("range", {})
        if "end" in span:
            lines = next(hostile.glob("*1,*" if "#" in place["path"] else "*error*")).read_bytes().split(b"\n")
            words = lines[span["start"]["line"] - 1][span["start"]["column"] - 1 : span["end"]["column"] - 1].decode("utf-8")
            seen.add(words)
    assert seen == {"480 km", "620 km"}


def test_junit_fits_its_schema_and_counts_right(run: Run, hostile: Path, whole: Any) -> None:
    """A suite an article, a failure a loud finding, an error what was not read; the sums add up."""
    text = run("in put", "--format", "junit").out
    xmlschema.XMLSchema(SCHEMAS / "junit.xsd").validate(text)
    root = ET.fromstring(text)  # noqa: S314  our own
    assert len(root.findall(".//failure")) == len(whole["findings"]) == int(root.get("failures") or -1)
    assert len(root.findall(".//error")) == 1
    for suite in root:
        for key, tag in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error")):
            assert int(suite.get(key) or 0) == len(suite.findall(tag))
    assert int(root.get("tests") or 0) == len(root.findall(".//testcase"))


def test_a_runner_of_github_reads_our_commands_only(
    run: Run, hostile: Path, tmp_path: Path, whole: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines that begin with :: are annotations with a file and a line, the worst first; the table goes to the summary."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", encoding="utf-8")
    done = run("in put", "--format", "github")
    lines = done.out.splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == len(whole["findings"]) + 1
    for command in commands:
        match = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::(.*)", command)
        assert match
        assert "##[" not in command
        properties = dict(pair.split("=", 1) for pair in match.group(2).split(","))
        name = properties["file"].replace("%2C", ",").replace("%3A", ":").replace("%25", "%")
        assert (tmp_path / name).is_file()
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert summary.startswith("before\n## claimlint")
    assert summary.count("| **error** |") == len(whole["findings"])


def test_annotations_are_worst_first_and_capped_aloud(run: Run, tmp_path: Path) -> None:
    """GitHub shows ten of a kind: the log says so."""
    for number in range(12):
        for wire, reach in (("Wire", 480), ("Press", 620 if number else 480)):
            text = f"---\nstory: {number}\n---\n\nOSLO, May 3 ({wire}) - The Kestrel missile has a range of {reach} km."
            (tmp_path / f"{number}{wire}.md").write_text(text + " A Hawk is 9 m long." * (wire == "Press"), encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    lines = run(tmp_path, "--format", "github", "--notes").out.splitlines()
    kinds = [line.split(" ")[0] for line in lines if line.startswith("::")]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert kinds.count("::error") == 12
    assert "12 errors; GitHub shows 10 of them beside the articles, the worst first" in lines


def test_markdown_shows_words_as_they_stand(run: Run, hostile: Path) -> None:
    """Nothing of an article is a tag, a link, a mention; the table has its four columns."""
    text = run("in put", "--format", "markdown").out
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    inline = [child for token in tokens if token.type == "inline" for child in token.children or ()]
    assert {child.content for child in inline if child.type == "html_inline"} <= {"<!-- -->"}
    assert not [child for child in inline if child.type == "link_open"]
    assert not re.search(r"@\w", text)
    shown = "".join(child.content for child in inline if child.type in ("text", "code_inline"))
    assert "<script>alert(1)</script> | ::error::x" in shown
    assert {len(row) for row in _rows(tokens)} == {4}


def _rows(tokens: Any) -> list[list[str]]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("td_open", "th_open"):
            rows[-1].append(token.type)
    return rows


def test_a_long_summary_is_cut_aloud(run: Run, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is counted."""
    monkeypatch.setattr("claimlint.reports.summary._LARGEST", 900)
    assert re.search(r"The table leaves out \d+ of \d+", run("in put", "--format", "markdown").out)
    monkeypatch.setattr("claimlint.reports.summary._LARGEST", 3000)
    assert re.search(r"Quotes and steps of \d+ more are left out", run("in put", "--format", "markdown").out)


@pytest.mark.parametrize(
    "text", ["a|b", "`", "a``b", "x_y*z*", "1. a", "- a", "# a", "<b>", "[a](b)", "&amp;", "~~a~~", "\\", "a = b", "+ x"]
)
def test_markdown_is_undone_by_who_reads_it(text: str) -> None:
    """What is read is what was written, as text and as code."""
    for written in (markdown(text), code(text).replace("\\|", "|")):
        children = MarkdownIt("commonmark").parse(written)[1].children or []
        assert "".join(child.content for child in children) == text


def test_addresses_and_xml_are_escaped() -> None:
    """A path is a relative reference, whatever its letters; text of XML has no marks and nothing that XML forbids."""
    assert uri("a:b/ü c%.txt") == "a%3Ab/%C3%BC%20c%25.txt"
    assert uri("a\udcff") == "a%FF"
    assert xml("<a b='c'>\x00\ufffe") == "&#60;a b=&#39;c&#39;&#62;\\u{0}\\u{fffe}"


def test_several_reports_are_written_in_one_run(run: Run, seeds: Path, tmp_path: Path) -> None:
    """Each --report is what --format gives, beside what is printed."""
    wished = {name: tmp_path / f"x.{name}" for name in FORMATS}
    done = run(seeds, *(part for name, path in wished.items() for part in ("--report", f"{name}={path}")))
    assert done.out == run(seeds).out
    for name, path in wished.items():
        assert path.read_bytes().decode("utf-8") == run(seeds, "--format", name).out


@pytest.mark.parametrize(("value", "said"), [("sarif", "FORMAT=FILE"), ("sariff=x", "sarif is meant?"), ("json=", "FORMAT=FILE")])
def test_a_report_that_is_not_known_is_told(run: Run, seeds: Path, value: str, said: str) -> None:
    """The format and the file are both needed."""
    done = run(seeds, "--report", value)
    assert done.status == 2
    assert said in done.err


def test_json_lines_fit_the_schema(run: Run, root: Path, hostile: Path, whole: Any) -> None:
    """Each line is of a kind; together they are the report."""
    schema = json.loads((root / "claimlint/reports/schema.json").read_text("utf-8"))
    check = Draft202012Validator({"$ref": "#/$defs/line", "$defs": schema["$defs"]})
    rows = [json.loads(line) for line in run("in put", "--format", "jsonl").out.splitlines()]
    for row in rows:
        check.validate(row)
    found = [row["record"] for row in rows if row["type"] == "finding"]
    assert [finding for finding in found if finding["severity"] != "note"] == whole["findings"]
    assert rows[-1] == {"type": "summary", "record": whole["summary"]}
    assert not check.is_valid({"type": "finding", "record": whole["summary"]})


def test_grouped_puts_findings_below_their_file(run: Run, seeds: Path) -> None:
    """The name of the file stands once, above the positions."""
    lines = run(seeds, "--format", "grouped", "--notes").out.splitlines()
    heads = [line for line in lines if line.startswith(str(seeds)) and line.endswith(("finding", "findings"))]
    assert len(heads) == len(set(heads)) >= 3
    assert any(re.match(r"  +\d+:\d+  warning  ", line) for line in lines)


TEXTS = st.text(alphabet=st.sampled_from("a 1<>&\"'`|*_[](){}#@:%\\\n\r\x00\x1b\u200b\u202e\ud800\uffffé中😀"), max_size=30)


@given(before=TEXTS, name=TEXTS, title=TEXTS)
@settings(max_examples=12)
def test_any_text_gives_reports_that_can_be_read(lint: Claimlint, before: str, name: str, title: str) -> None:
    """Whatever stands in articles, names and titles: JSON is strict, XML is well-formed, addresses are ASCII, commands one a line."""
    texts = [
        f"OSLO, May 3 (Wire{n}) - The Kestrel missile has a range of {n} km.\n\n{before} The Hawk weighs {n} kg."
        for n in (480, 620)
    ]
    documents = [Document(f"{n}{name}.txt", text, title=title, publisher=f"{title}{n}") for n, text in enumerate(texts)]
    view = View(lint.check(documents), lambda: lint.reader.units, lambda: {rule.name: rule for rule in lint.rules})
    told = {name: render(name, view) for name in FORMATS}
    for text in told.values():
        assert not re.search("[\ud800-\udfff\x00\x1b]", text)
        text.encode("utf-8")
    for kind in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(told[kind], parse_constant=float.fromhex)
    for line in told["jsonl"].split("\n")[:-1]:
        json.loads(line)
    ET.fromstring(told["junit"])  # noqa: S314  our own
    (log,) = json.loads(told["sarif"])["runs"]
    assert all(each["location"]["uri"].isascii() for each in log["artifacts"])
    annotations = [line for line in told["github"].splitlines() if line.startswith("::")]
    assert len(annotations) == len(view.report.findings) + len(view.report.limits)


def test_the_same_articles_give_the_same_bytes(spawn: Callable[..., Any], seeds: Path, tmp_path: Path) -> None:
    """In every format, whatever the hash seed, the locale, the time zone."""
    told = []
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        wished = [part for name in FORMATS for part in ("--report", f"{name}={tmp_path / f'{seed}.{name}'}")]
        spawn(seeds, *wished, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C")
        told.append([(tmp_path / f"{seed}.{name}").read_bytes() for name in FORMATS])
    assert told[0] == told[1]
