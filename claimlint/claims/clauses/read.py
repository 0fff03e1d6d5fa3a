"""Sentence -> the treaty clauses in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from claimlint.claims.clauses import objects, roles
from claimlint.claims.clauses.anchors import anchor
from claimlint.claims.clauses.catalogue import Catalogue, Kind
from claimlint.claims.clauses.clause import Clause
from claimlint.claims.clauses.frame import Frame, frame, is_forbidden, lead_of
from claimlint.claims.clauses.manners import LAW, governs, manners
from claimlint.claims.clauses.noun_phrases import Span, head, is_party, matters
from claimlint.claims.clauses.numbers import bare
from claimlint.claims.clauses.predicates import until
from claimlint.claims.clauses.rates import period, rate
from claimlint.claims.clauses.relations import interval, relation
from claimlint.claims.clauses.words import Words
from claimlint.claims.clauses.writer import Writer
from claimlint.claims.items import Item
from claimlint.claims.kinds import kinds
from claimlint.claims.parse import Article, Sentence
from claimlint.claims.rows import Row
from claimlint.claims.vocabulary import Vocabulary
from claimlint.claims.walk import Reading
from claimlint.reading.mentions import Reader
from claimlint.reading.references import References

_TREATY = "treaty"
_COUNTED_FROM = ("date", "duration", "rank")
_NEAR = 5  # words between a number and in what time it is counted
_RATED = ("count", "quantity", "money")
_TIMES = ("date", "duration")
_BEYOND = ("over", "under")
_SLOT, _LAST = 0.8, 100.0  # what a template gains by a slot of its own, and what a fallback loses


class Clauses:
    """Reads clauses. Built once from the knowledge, used for any number of articles."""

    def __init__(self, data: Mapping[str, Any], reader: Reader, vocabulary: Vocabulary, references: References) -> None:
        self._catalogue = Catalogue(data)
        self._reader, self._vocabulary, self._references = reader, vocabulary, references

    def of(self, article: Article) -> list[Clause]:
        """Gives the clauses of an article, in the order of the text."""
        told = zip(article.sentences, manners(article, self._catalogue.news), strict=True)
        return [clause for sentence, manner in told if manner for clause in self._read(sentence, legal=manner == LAW)]

    def _read(self, sentence: Sentence, *, legal: bool) -> list[Clause]:
        """The clauses of a sentence: in the language of treaties, or of news that speaks of one."""
        references = list(self._references.find(sentence.tokens, sentence.first, sentence.last))
        items = Row(self._known(item) for item in bare(sentence, self._reader, self._vocabulary, references))
        said = frozenset(item.lower for item in (*sentence.items, *items) if item.mention is None)
        held = frozenset().union(*(item.kinds for item in items))
        best: dict[int, tuple[float, Kind, Reading, bool]] = {}
        for kind, news, template in self._catalogue.templates(said, held):
            if news and legal:
                continue
            for reading in template.readings(items):
                strength = reading.strength + _SLOT * len(reading.slots) - _LAST * kind.fallback
                at = next(
                    (i for i in range(reading.low, reading.high + 1) if items[i].mention is reading.slots["value"][0].mention),
                    reading.low,
                )
                if at not in best or best[at][0] < strength:
                    best[at] = strength, kind, reading, news
        words = self._catalogue.words if legal else self._catalogue.news
        found = [
            self._clause(sentence, items, at, kind, reading, words, news=news)
            for at, (_, kind, reading, news) in sorted(best.items())
            if legal or governs(items, at, words, told=news)
        ]
        return [clause for clause in found if clause is not None]

    def _referred(self, sentence: Sentence) -> Iterator[str]:
        """The references of a sentence, as it has them."""
        tokens = sentence.tokens
        for reference in self._references.find(tokens, sentence.first, sentence.last):
            yield " ".join("".join(tokens[reference.first : reference.last]).split())

    def _known(self, item: Item) -> Item:
        if item.mention is None:
            return item
        return evolve(item, kinds=kinds(item.mention.value, self._reader.units))

    def _clause(
        self, sentence: Sentence, items: Sequence[Item], at: int, kind: Kind, reading: Reading, words: Words, *, news: bool
    ) -> Clause | None:
        mention = items[at].mention
        if mention is None:
            return None
        value = mention.value
        around = frame(items, at, words)
        if kind.anchored and value.kind in _TIMES and not news and _is_of_noun(items, around):
            return None  # "mines laid before 1997 shall": it tells which
        if (
            kind.condition
            and not is_forbidden(items, around, words)
            and (around.kind == "condition" or (around.kind == "relative" and not around.ahead and not around.follows))
        ):
            kind = self._catalogue.kinds[kind.condition]
        if around.ahead and value.kind in _TIMES and (news or _lasts(items, around)):
            around = evolve(around, verb=None, subject=None, kind="bare")
        if around.verb is not None and around.inner is not None and around.verb < reading.low < around.inner:
            around = evolve(around, inner=None, kind="main")  # "shall enter into force for States which ratify it on"
        measured = roles.measured(items, around, words)
        said = relation(
            value,
            [each.lower for each in items[_bound_from(items, measured, around, words) : at]],
            kind.relation or (words.relations["within"] if news else ""),
            negated=around.negated and not kind.plain,
            words=words,
            around=_capping(items, around, reading) if kind.objects[0] != "predicate" else (),
        )
        if not said or _is_idle(items, at, sentence, words, said) or _is_rate(items, at):
            return None
        if words.telling and value.kind not in _TIMES and any(items[i].lower in words.former for i in range(around.lead, at)):
            return None  # "trims the levy from as much as 20 percent"
        if kind.condition and said in _BEYOND and not is_forbidden(items, around, words) and _tells_which(items, around, words):
            kind = self._catalogue.kinds[kind.condition]
        anchored = anchor(items, around, words) if kind.anchored and value.kind in _COUNTED_FROM else None
        slots = {
            name: (items.index(filled[0]), items.index(filled[-1]) + 1)
            for name, filled in reading.slots.items()
            if name != "value"
        }
        if "object" in slots and "party" not in slots and is_party(items, slots["object"], words):
            slots["party"] = slots.pop("object")
        party = roles.named(items, slots["party"], words) if "party" in slots else roles.party(items, around, words)
        if "object" in slots:
            slots["object"] = _whole(items, slots["object"], reading, around, words)
            if anchored and anchored[0] < slots["object"][0] < anchored[1]:
                anchored = anchored[0], slots["object"][0] - 1
        counted = roles.counted(items, around, words) if "object" in slots and slots["object"][1] <= at else None
        spans = (
            (slots["object"], *([counted] if counted else []))
            if "object" in slots
            else objects.of_kind(items, around, kind, words, anchored, party)
        )
        if "object" not in slots and news and around.verb is None:
            spans = (
                objects.noun(items, around, kind, words)
                or objects.capped(items, around, words)
                or objects.instrument(items, at, words)
                or spans
            )
        if "object" not in slots and not spans and anchored is None:
            return None
        write = Writer(sentence, items)
        start, end = write.reach(min(around.lead, reading.low), max(at + 1, anchored[1] if anchored else 0, reading.high + 1))
        unit = _unit(items, at, around, words)
        return Clause(
            kind.name, write.text(party), " ".join(filter(None, map(write.text, spans))), said, interval(value, said),
            unit, write.text(slots.get("anchor") or anchored), _treaty(sentence), tuple(self._referred(sentence)), mention, start,
            end, sentence.span, sentence.document,
        )  # fmt: skip


def _bound_from(items: Sequence[Item], measured: Span | None, around: Frame, words: Words) -> int:
    """Where the words begin that may bound a value: "up to a weight of"; no "below its quota of"."""
    if measured is None:
        return around.lead
    known = any(item.lower in words.caps for item in items[slice(*measured)])
    return measured[0] if known else lead_of(items, measured[0], around.low, words)


def _whole(items: Sequence[Item], span: Span, reading: Reading, around: Frame, words: Words) -> Span:
    """What fills a slot at the end of a template, up to the end of its clause."""
    start, end = until(items, span[0], around.high, words) if span[1] == reading.high + 1 else span
    while end > start + 1 and items[end - 1].word.role == "preposition" and items[end - 1].mention is None:
        end -= 1
    return start, end


def _capping(items: Sequence[Item], around: Frame, reading: Reading) -> list[str]:
    """The words of a clause that may make its figure a bound: "the quota shall be fixed at"; not in a cut of a quota."""
    subject = around.subject if around.inner is None and not around.ahead else None
    low = min(reading.low, subject[0]) if subject is not None else reading.low
    return [item.lower for item in items[low : reading.high + 1] if item.mention is None]


def _unit(items: Sequence[Item], at: int, around: Frame, words: Words) -> str:
    """The unit of a value; of a rank that of the time it counts, of a number told by the year what it counts in a year."""
    mention = items[at].mention
    if mention is None:
        return ""
    value = mention.value
    repeated = period(value)
    if repeated is not None:
        return repeated[1]
    if value.kind == "rank":
        return words.ordinals.get(items[at + 1].lower, "") if at + 1 < len(items) else ""
    counted = roles.counted(items, around, words)
    timed = rate(items, counted[1] if counted else at + 1, around.high, words) if value.kind in _RATED else ""
    if not timed:
        return value.unit
    named = head(items, counted, words) if counted else None
    named_or_unit = value.unit or (items[named].lower if named is not None else "")
    return f"{named_or_unit} / {timed}" if named_or_unit else ""


def _is_idle(items: Sequence[Item], at: int, sentence: Sentence, words: Words, said: str) -> bool:
    """Whether a number only tells one from many ("more than one Party", "between two or more States", "within one area").

    Or tells which period is meant: "the 96-hour period", "in a calendar year".
    """
    mention = items[at].mention
    if mention is None:
        return False
    if mention.value.kind == "quantity" and not mention.value.bound and at and items[at - 1].lower in words.definite:
        return True
    if mention.value.kind == "duration" and not mention.value.bound:
        single = sentence.tokens[mention.first].strip().lower() in words.single
        return (single and mention.value.relation == "in") or (bool(at) and items[at - 1].lower in words.definite)
    if mention.value.kind == "set":
        return period(mention.value) is None or (bool(at) and items[at - 1].lower in ("of", "in"))
    if mention.value.kind != "count":
        return False
    first = sentence.tokens[mention.first].strip().lower()
    if first in words.idle or (at and items[at - 1].lower in words.among):
        return True
    if mention.value.stated != 1:
        return False
    return said == "over" or (mention.value.bound == ">=" and first not in words.openings)


def _is_rate(items: Sequence[Item], at: int) -> bool:
    """Whether a set of times only tells in what time a number before it is counted: "42 flights a week"."""
    mention = items[at].mention
    if mention is None or mention.value.kind != "set":
        return False
    return any(item.mention is not None and item.mention.value.kind in _RATED for item in items[max(0, at - _NEAR) : at])


def _is_of_noun(items: Sequence[Item], around: Frame) -> bool:
    """Whether a time in front of the verb hangs on a noun and only tells which is meant."""
    if not around.ahead or around.kind != "main" or around.lead <= around.low or not matters(items[around.lead - 1]):
        return False
    if _lasts(items, around):
        return False
    if items[around.lead - 1].lower.endswith("ed"):
        return True  # "mines laid before 1997, ..."
    return not any(item.lower == "," and item.mention is None for item in items[around.lead : around.verb])


def _lasts(items: Sequence[Item], around: Frame) -> bool:
    """Whether a length of time before the verb is of another verb: "hold office for nine years and may be elected again"."""
    return (
        around.kind == "main"
        and items[around.lead].lower == "for"
        and around.lead > around.low
        and matters(items[around.lead - 1])
    )


def _tells_which(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether a bound tells which things are meant: "sites containing more than 50", no "shall be more than 50"."""
    binding = {item.lower for item in items[around.lead : around.at]}
    if around.lead <= around.low or not binding.isdisjoint(words.finite | {"be"}):
        return False
    before = items[around.lead - 1]
    return matters(before) or before.lower.endswith("ing")


def _treaty(sentence: Sentence) -> str:
    """The treaty that is spoken of, where it is a known one."""
    named = {name.entity for name in sentence.names if name.kind == _TREATY}
    return named.pop() if len(named) == 1 else "" if named else sentence.focus.get(_TREATY, "")
