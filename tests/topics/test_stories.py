"""Which articles tell one story."""

from claimlint.documents.document import Block, Dateline, Dating, Document
from claimlint.topics.stories import Words, stories

COMMON = Words(frozenset({"Reuters", "Monday"}))


def article(path: str, text: str, day: int | None = None, story: str = "") -> Document:
    """A document of one paragraph."""
    dating = Dating(day, day, "front matter") if day else None
    return Document(path, text, (Block(0, len(text)),), date=dating, story=story)


def filler(count: int) -> list[Document]:
    """Articles that share nothing with anything."""
    return [article(f"z{i}", f"on a day of rain somebody from Place{i} met Person{i} near Lake{i}.") for i in range(count)]


def test_a_handful_that_shares_a_name_is_one_story() -> None:
    """A few files named together are one story when they share a single name."""
    a = article("a", "the fire in Port Halden was out.")
    b = article("b", "people in Port Halden were told to leave.")
    assert stories([a, b], COMMON) == [[0, 1]]


def test_a_handful_that_shares_nothing_is_several() -> None:
    """Files that share no name are no story, however few they are."""
    a = article("a", "the fire in Port Halden was out.")
    b = article("b", "people in Nordhavn were told to leave.")
    assert stories([a, b], COMMON) == [[0], [1]]


def test_a_handful_that_shares_a_word_of_a_name_is_one_story() -> None:
    """In a few files a word of a name is enough, also where it opens a sentence; the agency of a dateline is not."""
    a = article("a", "the owner Bastien Castel was asked.")
    b = article("b", "Castel said nothing.")
    assert stories([a, b], COMMON) == [[0, 1]]
    dated = [
        Document(path, text, (Block(0, len(text)),), dateline=Dateline(place, 0, len(place) + 20))
        for path, place, text in (
            ("a", "HALDEN", "HALDEN, May 2 (Coast Wire) - the fire was out."),
            ("b", "TARN", "TARN, May 3 (Coast Wire) - rain fell."),
        )
    ]
    assert stories(dated, COMMON) == [[0], [1]]


def test_a_handful_that_shares_many_words_is_one_story() -> None:
    """A few files that name nobody are one story when they share many long words."""
    words = "the grower found his poultry frozen in the unheated outdoor shelter on"
    assert stories([article("a", f"{words} the hill."), article("b", f"{words} a lake.")], COMMON) == [[0, 1]]
    assert stories([article("a", f"{words} the hill."), article("b", "the rain fell on the hill.")], COMMON) == [[0], [1]]


def test_two_specific_names_link_articles_of_a_month() -> None:
    """In a large folder two names that few articles have make a story, if the articles are of one month."""
    a = article("a", "in the town Port Halden the mayor Ruud Castelo spoke.", 1000)
    b = article("b", "the mayor Ruud Castelo has left Port Halden.", 1010)
    late = article("c", "the mayor Ruud Castelo has left Port Halden.", 1100)
    found = stories([a, b, late, *filler(20)], COMMON)
    assert [0, 1] in found
    assert [2] in found


def test_common_names_link_nothing() -> None:
    """Names that stand in the list of common ones link no articles."""
    a = article("a", "the agency Reuters wrote it on Monday.")
    b = article("b", "what Reuters wrote on Monday was read.")
    assert stories([a, b], COMMON) == [[0], [1]]


def test_an_equal_story_of_the_front_matter_is_one_story() -> None:
    """What the front matter calls one story is one, whatever the articles share."""
    a = article("a", "the fire in Port Halden was out.", story="fire")
    b = article("b", "people in Nordhavn were told to leave.", story="fire")
    assert stories([a, b], COMMON) == [[0, 1]]


def test_the_order_of_articles_changes_no_story() -> None:
    """The same sets of articles come out whatever their order."""
    documents = [article("a", "in the town Port Halden the mayor Ruud Castelo spoke."), *filler(15),
                 article("b", "the mayor Ruud Castelo has left Port Halden.")]  # fmt: skip
    one = {frozenset(documents[i].path for i in group) for group in stories(documents, COMMON)}
    turned = documents[::-1]
    other = {frozenset(turned[i].path for i in group) for group in stories(turned, COMMON)}
    assert one == other


def test_a_long_chain_of_links_is_no_story() -> None:
    """Articles that hang together by chains only are parted where the chain grows too long; strong links hold."""
    chain = [
        article(f"c{i:02}", f"in Halden{i} and in Nordhavn{i} they spoke of Halden{i + 1} and Nordhavn{i + 1}.")
        for i in range(90)
    ]
    told = "and in Orsa the mayor Ruud Castelo met Ilse Brandt."
    chain[40:42] = [article("c40", chain[40].text[:-1] + f" {told}"), article("c41", chain[41].text[:-1] + f" {told}")]
    found = stories(chain, COMMON)
    assert max(map(len, found)) <= 40
    assert any({40, 41} <= set(group) for group in found)
