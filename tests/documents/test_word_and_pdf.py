"""Word files and PDF: their text, and places that count paragraphs and pages."""

import io
import json
import random
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from on_disk import Read, words

from claimlint.configuration.limits import Limits
from claimlint.documents.pdf_layout import Stretch, paragraphs
from claimlint.errors import UnreadableError

STORY = "TARN, March 3 (Wire) - The dam at Tarn broke on Monday and 480 people died, the mayor said."


def word() -> bytes:
    """A Word file: a title, an empty paragraph, a story with a proposed change, a heading, a table."""
    file = docx.Document()
    file.core_properties.title = "Dam"
    file.add_paragraph("Dam at Tärn breaks", style="Title")
    file.add_paragraph("")
    file.add_paragraph(STORY)
    file.add_heading("What is known", 2)
    paragraph = file.add_paragraph("It broke at ")
    paragraph.add_run("6").bold = True
    paragraph.add_run("\ta.m.\nNobody slept.")
    file.add_table(1, 1).cell(0, 0).text = "Hurt: 31"
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def noted() -> bytes:
    """A Word file with a head and a foot, a table of figures, a table that holds the story, a link, and a note."""
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "The Courier, draft 3"
    file.sections[0].footer.paragraphs[0].text = "Page 1 of 2"
    file.add_table(1, 1).cell(0, 0).text = STORY
    figures = file.add_table(2, 2)
    for i, said in enumerate(("Village", "Dead", "Tarn", "20")):
        figures.cell(i // 2, i % 2).text = said
    paragraph = file.add_paragraph("The wall is 40 m high")
    linked = OxmlElement("w:hyperlink")
    linked.append(paragraph.add_run(" and 9 m wide.")._r)
    paragraph._p.append(linked)
    held, noted = io.BytesIO(), io.BytesIO()
    file.save(held)
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added = {
        "[Content_Types].xml": '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.footnotes+xml"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="rId99" Type="{kinds}/footnotes" Target="footnotes.xml"/></Relationships>',
    }
    with zipfile.ZipFile(held) as before, zipfile.ZipFile(noted, "w") as after:
        for name in before.namelist():
            end = added.get(name, "")
            after.writestr(
                name, before.read(name).replace(end[end.rfind("</") :].encode(), end.encode()) if end else before.read(name)
            )
        notes = "".join(
            f'<w:footnote w:id="{n}"{kind}><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:footnote>'
            for n, kind, said in ((0, ' w:type="separator"', "---"), (2, "", "Its plans say 38 m."))
        )
        main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        after.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{main}">{notes}</w:footnotes>')
    return noted.getvalue()


def pdf(*pages: list[str]) -> bytes:
    """A PDF with lines on pages."""
    return printed(
        *([(60, 780 - 14 * i, 11, line.replace("(", "[").replace(")", "]")) for i, line in enumerate(lines)] for lines in pages)
    )


def printed(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """A PDF with words on pages: how far from the left and from below, how large, and which."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]  # fmt: skip
    for i, printed_words in enumerate(pages):
        resources = f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} >>")
        shown = " ".join(f"/F1 {size} Tf 1 0 0 1 {left} {low} Tm ({said}) Tj" for left, low, size, said in printed_words)
        objects.append(f"<< /Length {len(shown) + 6} >>\nstream\nBT {shown} ET\nendstream")
    objects.append("<< /Title (Dam) /ModDate (D:20260303081500+01'00') >>")
    data, places = b"%PDF-1.4\n", []
    for number, said in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{said}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return data + f"{end}\nstartxref\n{len(data)}\n%%EOF".encode()


def paper() -> bytes:
    """A PDF of two pages with a head and a number on each."""
    return pdf(
        ["The Courier, 3 March, page 1", "The dam above the town of Tarn, which was built in 1985, held 3 million",
         "cubic metres of water.", "It broke on Monday and 520 people died, police said, while others were", "brought to the hills.", "1"],
        ["The Courier, 3 March, page 2", "The mayor of the town, who was seen at the second wall, said it would be", "watched for 3 days.", "2"],
    )  # fmt: skip


def test_a_word_file_is_an_article(read: Read) -> None:
    """Styles tell title and headings; each paragraph is a line, empty ones are counted."""
    [found] = read(word(), "a.docx")
    assert words(found) == [
        ("title", "Dam at Tärn breaks"), ("body", STORY), ("heading", "What is known"), ("body", "It broke at 6 a.m. Nobody slept."),
        ("body", "Hurt: 31"),
    ]  # fmt: skip
    assert (found.title, found.counted) == ("Dam", "paragraph")
    assert found.place(found.text.index("480")) == (3, STORY.index("480") + 1)
    assert found.date is None


def test_a_pdf_is_an_article(read: Read) -> None:
    """Lines are joined to paragraphs; what stands at the edge of each page is no part of it; pages are counted."""
    [found] = read(paper(), "a.pdf")
    furniture = [text for role, text in words(found) if role == "furniture"]
    assert furniture == ["The Courier, 3 March, page 1", "1", "The Courier, 3 March, page 2", "2"]
    assert [text for role, text in words(found) if role == "body"] == [
        "The dam above the town of Tarn, which was built in 1985, held 3 million cubic metres of water.",
        "It broke on Monday and 520 people died, police said, while others were brought to the hills.",
        "The mayor of the town, who was seen at the second wall, said it would be watched for 3 days.",
    ]
    assert (found.title, found.counted, found.edition.modified) == ("Dam", "page", "2026-03-03T08:15:00+01:00")
    assert found.place(found.text.index("520"))[0] == 1
    assert found.place(found.text.index("3 days"))[0] == 2


def test_tables_and_notes_of_a_word_file_are_read(read: Read) -> None:
    """A row of figures is a paragraph, a table that only places the text is none; notes come last, heads and feet do not."""
    [found] = read(noted(), "a.docx")
    assert [text for _, text in words(found)] == [
        STORY, "Village Dead", "Tarn 20", "The wall is 40 m high and 9 m wide.", "Its plans say 38 m.",
    ]  # fmt: skip


LEFT = ("TARN, March 3 Wire - The dam at Tarn broke", "on Monday and 480 people died, the cap-", "tain of the fire brigade said in the even-",
        "ing, while 31 were still sought.", "", "The wall, which was built in 1985 for 40", "years, held 3 million cubic metres of wa-")  # fmt: skip
RIGHT = ("ter when it broke, and its owner, who has a", "40-", "year licence, had been told of it 3 times.", "",
         "It is the worst such case since 1963.", "The mayor asked for help for 5 villages.")  # fmt: skip
COLUMNS = [
    f"{LEFT[0]} on Monday and 480 people died, the captain of the fire brigade said in the evening, while 31 were still sought.",
    f"{LEFT[5]} years, held 3 million cubic metres of water when it broke, and its owner, who has a 40-{RIGHT[2]}",
    "It is the worst such case since 1963. The mayor asked for help for 5 villages.",
]


@pytest.mark.parametrize("by_column", [True, False])
def test_columns_are_read_one_after_the_other(read: Read, *, by_column: bool) -> None:
    """In whatever order they were printed; words that a line breaks are whole, and a sentence goes on in the next column."""
    page = [(60, 700 - 13 * i, 10, line) for i, line in enumerate(LEFT) if line]
    page += [(310, 700 - 13 * i, 10, line) for i, line in enumerate(RIGHT) if line]
    if not by_column:
        page.sort(key=lambda each: -each[1])
    head = [(60, 800, 9, "The Courier"), (480, 800, 9, "Page 4")]
    next_head = [(60, 800, 9, "The Courier"), (480, 800, 9, "Page 5")]
    other = [(60, 700, 10, "A second wall stands, and 20 men watch it day and night.")]
    [found] = read(printed([*head, (60, 750, 24, "Dam at Tarn breaks, 480 dead"), *page], [*next_head, *other]), "a.pdf")
    assert [text for role, text in words(found) if role != "furniture"] == ["Dam at Tarn breaks, 480 dead", *COLUMNS, other[0][3]]
    assert [text for role, text in words(found) if role == "furniture"] == ["The Courier Page 4", "The Courier Page 5"]
    assert found.headline == "Dam"
    assert found.place(found.text.index("20 men"))[0] == 2


def test_a_page_of_many_stretches_takes_no_time() -> None:
    """Ten times as many take not a hundred times as long, however they lie."""

    def spent(count: int) -> float:
        dice = random.Random(1)  # noqa: S311
        page = [
            Stretch("a word of this", x := dice.uniform(0, 500), y := dice.uniform(0, 800), x + 60, y + dice.uniform(1, 20))
            for _ in range(count)
        ]
        before = time.process_time()
        assert list(paragraphs(page))
        return time.process_time() - before

    short, long = spent(500), spent(5000)
    assert long < max(30 * short, 2)


def test_a_report_says_what_is_counted(run: Callable[..., Any], tmp_path: Path) -> None:
    """Where a file has no lines, the report says paragraph and page, and no line is made up for tools that show lines."""
    (tmp_path / "a.docx").write_bytes(word())
    (tmp_path / "b.pdf").write_bytes(paper())
    done = run(tmp_path)
    assert done.status == 1
    assert f"{tmp_path}/a.docx:3:60 (paragraph 3)" in done.out
    assert f"{tmp_path}/b.pdf:1:" in done.out
    assert "(page 1)" in done.out
    report = json.loads(run(tmp_path, "--format", "json").out)
    assert [each["counted"] for each in report["documents"]] == ["paragraph", "page"]
    sarif = json.loads(run(tmp_path, "--format", "sarif").out)
    [place] = sarif["runs"][0]["results"][0]["locations"]
    assert "region" not in place["physicalLocation"]
    assert place["logicalLocations"] == [{"name": "paragraph 3", "kind": "resource"}]


@pytest.mark.parametrize(("name", "module", "extra"), [("a.docx", "docx", "`docx`"), ("a.pdf", "pypdfium2", "`pdf`")])
def test_a_missing_library_is_named(read: Read, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str) -> None:
    """Without the extra the message says which; the other articles are read."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableError, match=f"{name}: .*is not there; install claimlint with its extra {extra}"):
        read(b"%PDF-1.4", name)


def bomb() -> bytes:
    """An archive of few bytes that unpacks to many."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 3_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"", "no Word file"),
        ("a.docx", b"PK\x03\x04 and so on", "no Word file"),
        ("a.docx", bomb(), "over 2000000 bytes unpacked"),
        ("a.pdf", b"", "no PDF"),
        ("a.pdf", b"%PDF-1.7\n", "no PDF that can be read"),
        ("a.pdf", pdf([]), "no text in its pages"),
        ("a.pdf", pdf(*[["x" * 60] * 50] * 40), "over 100000 characters of text"),
    ],
    ids=["nothing", "no archive", "bomb", "nothing too", "a head alone", "pictures", "much text"],
)
def test_what_cannot_be_read_says_why(read: Read, name: str, data: bytes, said: str) -> None:
    """A message names the file, what is wrong and what would be right."""
    with pytest.raises(UnreadableError, match=f"{name}: {said}"):
        read(data, name, Limits(article_bytes=100_000))


@pytest.mark.parametrize(("name", "data", "count"), [("a.docx", word(), 60), ("a.pdf", paper(), 6)], ids=["Word", "PDF"])
def test_a_damaged_file_is_read_or_refused(read: Read, name: str, data: bytes, count: int) -> None:
    """Whatever bytes are other than they were, there is an article or a message."""
    dice = random.Random(1)  # noqa: S311
    for _ in range(count):
        damaged = bytearray(data)
        for _ in range(8):
            damaged[dice.randrange(len(data))] = dice.randrange(256)
        try:
            [found] = read(bytes(damaged), name)
        except UnreadableError as error:
            assert str(error).startswith(f"{name}: ")
        else:
            assert all(found.text[block.start : block.end].strip() for block in found.blocks)
