"""NITF, NewsML-G2, RSS, Atom and HTML pages: what they say of an article, and where its text stands in the file."""

import contextlib
import html
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from on_disk import Read, assert_quotes, assert_stands, words

from claimlint.configuration.limits import Limits
from claimlint.documents import formats, html_tree
from claimlint.documents.document import Document
from claimlint.documents.edition import Edition
from claimlint.errors import NoArticleError, UnreadableError
from claimlint.line import Claimlint

FILES = Path(__file__).parent / "files"
TITLE = ("title", "Dam at Tärn breaks")
HELD, BROKE = ("body", "The dam held 3\xa0million cubic metres."), ("body", "It broke at 6 a.m. on Tuesday.")


def on_disk(read: Read, name: str) -> list[Document]:
    """The articles of a file of these tests, each word of which stands where it is said to."""
    found = read((FILES / name).read_bytes(), name)
    for document in found:
        assert_quotes(document)
    return found


def test_nitf_is_an_article(read: Read) -> None:
    """With references, CDATA, a caption; what stands behind the story is left out, where it was written is no text of it."""
    [found] = on_disk(read, "nitf.xml")
    assert words(found) == [
        TITLE, ("heading", "Valley cleared"), ("furniture", "By Ida Holm"), ("furniture", "Tärn, March 3"),
        ("body", "The dam above Tärn held 3\xa0million cubic metres & broke at 6 a.m. on Tuesday."),
        ("body", 'It had stood for 41 years & was "safe".'), ("caption", "The dam in 1999."),
    ]  # fmt: skip
    assert (found.title, found.publisher) == ("Dam at Tärn breaks", "The Tärn Courier")
    assert found.edition == Edition("NW-260303-dam", "3", "2026-03-03T08:15:00+01:00")
    assert found.dateline is not None
    assert found.dateline.place == "Tärn, March 3"
    assert found.date is not None
    assert (found.date.start, found.date.basis) == (date(2026, 3, 3).toordinal(), "metadata")


def test_a_message_of_newsml_g2_holds_several_articles(read: Read) -> None:
    """News items that are texts are articles, pictures are none."""
    dam, brief = on_disk(read, "newsml-g2.xml")
    assert (dam.path, dam.file, brief.path) == ("newsml-g2.xml#1", "newsml-g2.xml", "newsml-g2.xml#2")
    told = "2026-03-03T06:40:00+01:00", "2026-03-03T08:15:00+01:00"
    assert dam.edition == Edition("urn:newsml:norland.example:20260303:dam", "4", *told)
    assert words(dam)[2:] == [("body", "The dam above Tärn held 3\xa0million cubic metres."), BROKE]
    assert (brief.title, brief.publisher) == ("In short", "Norland Wire")
    assert words(brief)[1:] == [("body", "Two roads were closed."), ("body", "All 12 schools stay shut.")]


def test_each_item_of_a_feed_is_an_article(read: Read) -> None:
    """Its text is the longest that it has, in CDATA or escaped; pictures have titles of their own."""
    dam, schools = on_disk(read, "feed.rss")
    assert words(dam) == [("title", "Dam at Tärn breaks & floods valley"), HELD, BROKE]
    assert (dam.publisher, schools.publisher) == ("The Tärn Courier", "Norland Wire")
    assert dam.edition == Edition("courier-17", "", "2026-03-03T08:15:00+01:00", "", "https://courier.example/dam")
    assert words(schools)[1:] == [("body", "All 12 schools of Tärn stay shut."), ("body", "Buses run.")]


def test_atom_is_read_as_its_types_say(read: Read) -> None:
    """XHTML is elements, HTML is escaped elements, and a text is a text whatever it looks like."""
    dam, roads = on_disk(read, "feed.atom")
    assert words(dam)[1:] == [("body", "The dam held 3 million cubic metres."), ("body", "It broke at 6 a.m.")]
    assert dam.edition.modified == "2026-03-04T10:00:00+01:00"
    assert words(roads) == [("title", "Roads < rails"), ("body", "Two roads <b> were closed.")]


def test_a_page_is_its_story(read: Read) -> None:
    """Without navigation, related stories, scripts and newsletters; facts are those of its head."""
    [found] = on_disk(read, "page.html")
    assert (found.title, found.publisher) == ("Dam at Tärn breaks", "The Tärn Courier")
    address = "https://courier.example/dam"
    assert found.edition == Edition(address, "", "2026-03-03T08:15:00+01:00", "2026-03-04T10:00:00+01:00", address)
    assert words(found) == [
        TITLE, ("furniture", "By Ida Holm 3 March 2026, 8.15 a.m."),
        ("body", "TÄRN, March 3 (Norland Wire) — The dam held 3\xa0million cubic metres of water over 12 km², the mayor said."),
        ("caption", "Boats below the dam."), ("body", "It broke at 6 a.m."), ("body", "A second wall stood <for now>."),
        ("body", "Hurt 31"), ("body", "Missing 4"),
    ]  # fmt: skip


def test_what_readers_add_below_a_story_is_none_of_it(read: Read) -> None:
    """However long it is, where the page says in which element it has its story."""
    story = "".join(f"<p>The dam held {n} million cubic metres of water, which it had never held before.</p>" for n in range(9))
    comments = "".join(f"<div><b>User {n}</b><p>My aunt counted {n} dead, and nobody will tell.</p></div>" for n in range(99))
    said = f"<h2>99 comments</h2>{comments}"
    for page in (
        f"<article><h1>Dam</h1>{story}</article><section class=comments>{said}</section>",
        f"<div class=article-body>{story}</div><section id=comments><article>{said}</article></section>",
    ):
        [found] = read(page, "a.html")
        assert sum(role == "body" for role, _ in words(found)) == 9
        assert "aunt" not in found.text


def test_a_place_where_a_word_may_be_broken_is_no_mark(read: Read) -> None:
    """It is not seen on a page unless the word is broken there; beside a digit it is a hyphen that somebody meant."""
    [found] = read("<p>The coast&shy;guard \xadsaid that the SSC&#173;8 flew 480 kilo\xadmetres.</p>", "a.html")
    assert words(found) == [("body", "The coastguard \xadsaid that the SSC\xad8 flew 480 kilometres.")]
    assert found.spot(found.text.index("kilo"), found.text.index(".")) == (58, 69)


def test_what_is_struck_out_is_not_read(read: Read) -> None:
    """A figure that a page shows as no longer true is none of its figures."""
    [found] = read("<p>It killed <del>31</del> <ins>33</ins> people, not <s>29</s> or <strike>28</strike> 27.</p>", "a.html")
    assert words(found) == [("body", "It killed 33 people, not or 27.")]


def test_what_others_post_is_not_said_by_the_page(read: Read) -> None:
    """A post that is set into a story is none of its paragraphs; a quotation is one."""
    post = "<blockquote class=twitter-tweet><p>500 dead</p>&mdash; Joe (@joe)</blockquote>"
    [found] = read(
        f"<article><p>The dam broke and 12 people died.</p>{post}<blockquote>We lost 3 barns.</blockquote></article>", "a.html"
    )
    assert words(found) == [("body", "The dam broke and 12 people died."), ("body", "We lost 3 barns.")]


def test_a_title_of_a_feed_may_be_marked_up(read: Read) -> None:
    """What is escaped twice is read twice, in RSS where it can be nothing else; a text with line ends stays one title."""
    entry = "<id>1</id><content>The dam broke.</content>"
    feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='{}'>{}</title>{}</entry></feed>"
    for kind, title, shown in (
        ("html", "Dam &amp;amp; &lt;i>wall&lt;/i>", "Dam & wall"), ("text", "Dam &amp;amp; wall", "Dam &amp; wall"),
        ("text", "Dam\n  breaks", "Dam breaks"), ("html", "Dam\n  breaks &amp;#8217;17", "Dam breaks \u201917"),
    ):  # fmt: skip
        [found] = read(feed.format(kind, title, entry), "a.atom")
        assert (found.title, words(found)[0]) == (shown, ("title", shown))


def test_large_pages_are_read_in_seconds(read: Read) -> None:
    """Over a megabyte of tags: a table, readers' comments, words in bold, scripts."""
    story = "<article><h1>Dam</h1>" + "<p>The dam held 3 million cubic metres of water, the mayor said.</p>" * 10
    for more in (
        f"<table>{'<tr><td>1<td>Tarn<td class=n>480 km</tr>' * 25_000}</table></article>",
        f"</article><div class=comments>{'<div class=c><b>Me</b><p>I saw it.</p></div>' * 25_000}</div>",
        f"<p>{'<b>a</b> <i>b&nbsp;</i> ' * 50_000}</p></article>",
        f"</article><script>{'if(a<b){c=1}' * 100_000}</script>",
    ):
        before = time.process_time()
        [found] = read(story + more, "a.html")
        assert len(story + more) > 1_000_000
        assert time.process_time() - before < 10
        assert found.title == "Dam"


def test_a_page_that_is_cut_short_is_read_where_it_is_told_whole(read: Read) -> None:
    """JSON-LD holds the text that the page shows to subscribers alone; its places are those in the page."""
    [found] = on_disk(read, "linked.html")
    assert (found.title, found.publisher, found.edition.version) == ("Dam at Tärn breaks", "The Tärn Courier", "2")
    assert words(found)[2] == HELD
    assert found.place(found.text.index("3")) == (8, 33)


def test_places_are_those_of_the_file(lint: Claimlint) -> None:
    """A mention that is written with entities, tags and line ends between its letters is quoted whole, by line and column."""
    text = (FILES / "page.html").read_text("utf-8")
    [document] = lint.parse(text, "page.html")
    assert isinstance(document, Document)
    claims = lint.extractor.claims(lint.extractor.parser.parse(document))
    said = {
        claim.text: (text[slice(*document.spot(claim.start, claim.end))], document.places(claim.start, claim.end))
        for claim in claims
    }
    assert said["3 million cubic metres"] == ("3&nbsp;&#109;illion\n       cubic metres", ((19, 63), (20, 20)))
    assert said["over 12 km²"] == ("over <span>1</span>2 km<sup>2", ((20, 30), (20, 59)))
    assert said["6 a.m."] == ("6 a.m.", ((23, 20), (23, 26)))


def test_two_formats_contradict_each_other(run: Callable[..., Any], tmp_path: Path) -> None:
    """A feed and a page on one story are compared; the excerpt shows the words, the place is that in the file."""
    page = "<html><body><article><h1>Dam</h1>\n<p>The dam at T&auml;rn broke on March 3 and <b>48</b>0 people died.</p></article></body></html>"
    feed = (
        "<rss><channel><title>The Courier</title><item><title>Dam</title><description>&lt;p&gt;The dam at Tärn broke on March 3 and 520 people "
        "died.&lt;/p&gt;</description></item></channel></rss>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "feed.rss").write_text(feed, encoding="utf-8")
    done = run(tmp_path)
    assert done.status == 1
    assert "death toll: 520 (The Courier) but 480 (page.html)" in done.out
    assert f"{tmp_path}/page.html:2:49\n" in done.out
    assert "The dam at Tärn broke on March 3 and 480 people died." in done.out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.xml", "<nitf><body>", "a.xml:1:13: not XML: no element found"),
        ("a.xml", "", "a.xml:1:1: not XML: no element found"),
        (
            "a.xml",
            '<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>',
            "a.xml:1:28: declares entities of its own",
        ),
        ("a.xml", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', "declares entities of its own"),
        ("a.xml", "<nitf>&unheard;</nitf>", "undefined entity"),
        ("a.xml", "<a>" * 300, "nested deeper than 250 elements"),
        ("a.nitf", "<project><p>5 km</p></project>", "no article; NITF"),
        ("a.rss", "<rss><channel/></rss>", "no article; NITF"),
        ("a.html", "<html><body><nav><p>Home</p></nav></body></html>", "no article; a page"),
        ("a.html", "", "no article; a page"),
    ],
)
def test_what_cannot_be_read_says_why(read: Read, name: str, text: str, said: str) -> None:
    """A message with the place, and what would be right; entities are refused before they are used."""
    with pytest.raises(UnreadableError) as error:
        read(text, name)
    assert said in str(error.value)


def test_our_own_page_is_no_article(run: Callable[..., Any], tmp_path: Path, seeds: Path) -> None:
    """A report that is written beside the articles is not read as one."""
    assert run(seeds, "--output", tmp_path / "report.html", "--format", "html").status == 1
    assert "0 checked, 1 skipped (1 no article in it)" in run(tmp_path).out


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.xml", b'<?xml version="1.0" encoding="ISO-8859-1"?><nitf><body><p>T\xe4rn</p></body></nitf>', "Tärn"),
        ("a.html", b'<meta charset="windows-1251"><p>\xcc\xe8\xf0</p>', "Мир"),
        ("a.html", "<meta charset=utf-16><p>Tärn</p>".encode("utf-16"), "Tärn"),
        ("a.html", "\ufeff<meta charset=latin1><p>Tärn</p>".encode(), "TÃ¤rn"),
        ("a.html", '<meta charset="rot13"><p>Tärn</p>'.encode(), "Tärn"),
    ],
)
def test_markup_says_how_it_is_encoded(read: Read, name: str, data: bytes, word: str) -> None:
    """A byte order mark of UTF-16 says more than a declaration; what is no encoding of texts declares nothing."""
    [found] = read(data, name)
    assert word in found.text


BITS = st.sampled_from([
    "<p>", "</p>", "<div class='ad x'>", "</div>", "<b>", "</b>", "<li>", "<td>", "<tr>", "<table>", "</table>", "<br>", "<sup>", "</sup>",
    "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<", ">", "&", "&amp;", "&#8364;", "&nbsp", "&notit;", "&#0;", '"', "'", "=",
    "<a href='", '<p title="', "<article>", "<h1>", "<pre>", "<time>", "<title>", "\n", " ", "12", " km ", "people died. ", "é", "😀", "/>",
    "<!doctype html>", "<?x", "<svg/>", "<p/", "</", "<1",
])  # fmt: skip


@given(st.lists(BITS, max_size=40).map("".join))
def test_any_html_is_read(lint: Claimlint, text: str) -> None:
    """Whatever stands in a page, its elements hold each of its texts where it stands, and its story is a part of these."""
    root = html_tree.parse(text)
    before = 0
    for said, start, end in root.runs:
        assert before <= start < end <= len(text)
        assert html.unescape(text[start:end]).replace("\0", "\ufffd") == said or text[start:end] == said
        before = end
    try:
        found = list(formats.read(text, "a.html", Limits(), lint.data["boilerplate"]["pages"]))
    except NoArticleError:
        return
    for document in found:
        assert isinstance(document, Document)
        assert_stands(lint.prepared(document))


@given(
    st.lists(
        BITS
        | st.sampled_from(
            ["<item>", "</item>", "<rss>", "</rss>", "<description>", "</description>", "<nitf><body>", "</body></nitf>"]
        ),
        max_size=20,
    )
)
def test_any_xml_is_read_or_refused(lint: Claimlint, bits: list[str]) -> None:
    """Whatever stands in a file, it is read, or a message says why it is not."""
    text = "".join(bits)
    for file in (
        text,
        f"<rss><item><description>{text}</description></item></rss>",
        f"<nitf><body><![CDATA[{text}]]></body></nitf>",
    ):
        try:
            found = list(formats.read(file, "a.xml", Limits(), lint.data["boilerplate"]["pages"]))
        except UnreadableError:
            continue
        for document in found:
            assert isinstance(document, Document)
            assert_stands(document)


@pytest.mark.parametrize(
    "bit",
    ["<", "<a ", '<a b="', "<a b='\"", "<p", "<!--", "<![CDATA[", "<script>", "<div>", "<p><div>", "</p>", "<li><ul>", "&", "&a", "&#", "<td>",
     "<title>", "<p>x</p><h1>y</h1>", "<a =\"<a ='", "<div class=ad>x", "<article>x<p>y", "<br>", "</", "<p class=", "a\n", "<sup>1"],
)  # fmt: skip
def test_hostile_pages_take_no_time(read: Read, bit: str) -> None:
    """A hundred thousand of anything are read in linear time: ten times as much takes not a hundred times as long."""

    def spent(count: int) -> float:
        text = f"<p>Begun.</p>{bit * count}>{'<h1>x</h1>' * count}"
        before = time.process_time()
        with contextlib.suppress(NoArticleError):
            read(text, "a.html")
        return time.process_time() - before

    short, long = spent(2_000), spent(20_000)
    assert long < max(30 * short, 0.5)


def test_a_byline_may_end_with_its_line(lint: Claimlint) -> None:
    """Who wrote the article, and the end of a line behind it, are no part of the paragraph; any other end of a line parts nothing."""
    story = "TARN, June 1 (Wire) - The ferry left Halden at nine,<br>with 312 people on board."
    (found,) = lint.parse(f"<article><h1>Ferry</h1><p>By Mette Dahl<br>{story}</p></article>", "a.html")
    assert isinstance(found, Document)
    assert words(found) == [("title", "Ferry"), ("furniture", "By Mette Dahl"), ("body", story.replace("<br>", " "))]
    assert found.dateline is not None
    assert found.dateline.place == "TARN"


def test_an_ignore_in_a_comment_holds_for_its_paragraph(lint: Claimlint, tmp_path: Path) -> None:
    """A comment between paragraphs holds for the next one, one inside a paragraph for that; each is told with its place on disk."""
    page = (
        "<article><h1>Dam</h1>\n<!-- claimlint: ignore counts-differ -- the army counts otherwise -->\n"
        "<p>The dam at Halden broke on March 3, 2026 and 480 people died.</p>\n"
        "<p>Trains will not run <!-- claimlint: ignore durations-differ -- not sure --> for weeks.</p></article>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "wire.txt").write_text("The dam at Halden broke on March 3, 2026 and 520 people died.", encoding="utf-8")
    report = lint.check([str(tmp_path)])
    assert [each.finding.rule for each in report.suppressed] == ["counts-differ"]
    assert [(each.line, each.column, each.state) for each in report.ignores] == [(2, 1, "used"), (4, 24, "unused")]


def test_a_page_tells_the_claims_that_it_reviews(read: Read) -> None:
    """ClaimReview in a page is read beside its story, at its place in the script."""
    review = (
        '{"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": "The dam cost 12 million crowns.",'
        ' "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Mara Lund"}}, "author": {"name": "Norland Checks"}}'
    )
    text = f"<script type='application/ld+json'>{review}</script><article><p>The dam cost 21 million crowns, the ministry says.</p></article>"
    [found] = read(text, "a.html")
    assert words(found) == [
        ("body", "The dam cost 21 million crowns, the ministry says."),
        ("reviewed", "The dam cost 12 million crowns."),
    ]
    assert found.blocks[1].voice == "Mara Lund"
    assert_quotes(found)


@pytest.mark.parametrize(
    ("published", "dateline", "day", "basis"),
    [
        ("2026-03-04T01:10:00Z", "HALDEN, March 3 (Wire) - ", "2026-03-03", "dateline"),
        ("2026-01-01T01:10:00Z", "HALDEN, Dec. 31 (Wire) - ", "2025-12-31", "dateline"),
        ("2026-03-04T01:10:00Z", "HALDEN, Jan. 3 (Wire) - ", "2026-03-04", "metadata"),
        ("2026-03-04T01:10:00Z", "", "2026-03-04", "metadata"),
    ],
)
def test_a_dateline_says_more_than_the_time_of_putting_out(
    lint: Claimlint, published: str, dateline: str, day: str, basis: str
) -> None:
    """A page is put out on the day of its dateline or the next; one that is put out long after is dated by that."""
    text = f'<meta property="article:published_time" content="{published}"><p>{dateline}The dam broke on Monday and 480 people died.</p>'
    report = lint.judge([each for each in lint.parse(text, "a.html") if isinstance(each, Document)])
    [found] = report.documents
    assert found.date is not None
    assert (date.fromordinal(found.date.start).isoformat(), found.date.basis) == (day, basis)
