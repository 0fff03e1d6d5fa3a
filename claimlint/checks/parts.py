"""A mention that holds several values -> the items that it is made of: "from 5 to 8", "66 votes to 58", "11 months before"."""

from collections.abc import Sequence

from attrs import evolve

from claimlint.claims.extract import Extractor
from claimlint.claims.items import Item
from claimlint.claims.kinds import kinds
from claimlint.claims.parse import Sentence
from claimlint.reading.mention import Mention
from claimlint.values.sets import close
from claimlint.values.times import Anchor, Time, resolve
from claimlint.values.value import SCORE, Number, Value, When, from_number

_JOINTS = {
    "from_to": ("to",),
    "between": ("and", "to"),
    "range": ("to", "-", "–"),
    SCORE: ("to", "-", "–"),
    "time": ("to", "until", "till", "through", "-", "–", "and"),
}
_LEADS = frozenset({"from", "between"})
_LEAD = 3  # words before the first end: "aged between"
_UNIT = 24  # characters behind the last number in which its unit may stand
_TOTAL, _WITHIN = "total", "within"


class Parts:
    """Takes the mentions of a sentence apart."""

    def __init__(self, sentence: Sentence, extractor: Extractor) -> None:
        self._sentence = sentence
        self._reader = extractor.reader
        self._words = extractor.vocabulary

    def of(self, item: Item, mention: Mention) -> Sequence[Item]:
        """The items that the mention of an item is made of; the item itself where it is one value."""
        when = mention.value.when if mention.value.stated is None else None
        if when is not None and when[0] == "ago" and when[5] is None:
            return self._length(item, mention)
        if mention.value.kind == "set":
            return self._often(item, mention)
        ends = self._values(mention)
        if ends is None:
            return [*self._swallowed(mention), item]
        return self._two(item, mention, *ends)

    def _values(self, mention: Mention) -> tuple[str, Sequence[When] | None] | None:
        """How the two ends of a mention are joined, and what times they are; None where it has no two ends."""
        value = mention.value
        if isinstance(value.stated, tuple) and value.form in _JOINTS and None not in value.stated:
            return value.form, None
        when = value.when if value.stated is None else None
        if when is None:
            return None
        if when[0] in ("range", "clocks"):
            return "time", when[1:3]
        if when[0] == "at" and when[1][0] == "clocks":
            return "time", [("at", clock, *when[2:]) for clock in when[1][1:3]]
        return None

    def _two(self, item: Item, mention: Mention, form: str, whens: Sequence[When] | None) -> Sequence[Item]:
        tokens = [token.strip().lower() for token in self._sentence.tokens[mention.first : mention.last]]
        joint = next((word for word in _JOINTS[form] if word in tokens[1:-1]), None)
        if joint is None:
            return [item]
        at = tokens.index(joint, 1) if form in (SCORE, "time") else len(tokens) - 1 - tokens[::-1].index(joint)
        lead = max((i + 1 for i in range(min(_LEAD, at)) if tokens[i] in _LEADS), default=0)
        first = self._end(mention, mention.first + lead, mention.first + at, 0, whens)
        last = self._end(mention, mention.first + at + 1, mention.last, 1, whens)
        if first is None or last is None:
            return [item]
        between = range(first.last, mention.first + at + 1)
        return [
            *self._said(range(mention.first, mention.first + lead)),
            self._item(item, first),
            *self._said(between),
            self._item(item, last),
        ]

    def _end(self, mention: Mention, start: int, end: int, which: int, whens: Sequence[When] | None) -> Mention | None:
        """One end of a span as a mention of its own."""
        sentence, text = self._sentence, self._sentence.document.masked
        base = sentence.block.start
        at, stop = base + sentence.offsets[start] + (sentence.tokens[start][:1] in " \u00a0"), base + sentence.offsets[end]
        if whens is not None:
            time = self._time(mention, which, whens[which])
            return Mention(at, min(stop, mention.end), evolve(mention.value, when=whens[which]), start, end, time)
        longer = stop if which == 0 else min(sentence.span[1], stop + _UNIT)
        read = next((found for found in self._reader.read(text[at:longer]) if found.start == 0), None)
        value = _valued(mention.value, which, read)
        last = (
            end if read is None or which else start + sum(offset < at + read.end - base for offset in sentence.offsets[start:end])
        )
        return Mention(at, min(stop, mention.end) if read is None or which else at + read.end, value, start, last, _year(value))

    def _time(self, mention: Mention, which: int, when: When) -> Time | None:
        """The days of one end of a span of time."""
        whole = mention.time
        if whole is None or whole.start is None or whole.end is None:
            return resolve(when, Anchor(None))
        if when[0] in ("at", "clock"):
            return whole
        edge = whole.end if which else whole.start
        found = resolve(when, Anchor(edge))
        if found.start is None or found.end is None or (found.end if which else found.start) != edge:
            return Time(edge, edge, found.timex) if when[0] == "day" else None
        return found

    def _length(self, item: Item, mention: Mention) -> Sequence[Item]:
        """The length of time and the word behind it of "11 months before"."""
        sentence = self._sentence
        last = mention.last - 1
        end = sentence.block.start + sentence.offsets[last]
        read = self._reader.read(sentence.document.masked[mention.start : end])
        if len(read) != 1 or read[0].value.kind != "duration":
            return [item]
        return [
            self._item(item, mention._replace(end=end, last=last, value=read[0].value, time=None)),
            *self._said(range(last, last + 1)),
        ]

    def _often(self, item: Item, mention: Mention) -> Sequence[Item]:
        """The number of times and the words behind it of "twice a day" and "20 times a week"; one value where none is told."""
        sentence, first = self._sentence, mention.first
        lexicon = self._reader.lexicon
        told = lexicon[sentence.tokens[first]].values.get("ONCE")
        places = range(first + 1, mention.last)
        last = first + 1 if told else next((i for i in places if "TIMES" in lexicon[sentence.tokens[i]].terminals), first)
        end = sentence.block.start + sentence.offsets[last - 1] + len(sentence.tokens[last - 1])
        if told:
            number = Number(float(told[0]), float(told[0]), 1.0)
        else:
            read = self._reader.read(sentence.document.masked[mention.start : end])
            if len(read) != 1 or not isinstance(read[0].value.stated, float | int):
                return [item]
            number = Number(read[0].value.stated, read[0].value.stated, 1.0)
        counted = Mention(mention.start, end, from_number("count", number, ""), first, last)
        return [self._item(item, counted), *self._said(range(last, mention.last))]

    def _swallowed(self, mention: Mention) -> list[Item]:
        """The words of "a total of" or "within" before a number."""
        opening = [token.strip().lower() for token in self._sentence.tokens[mention.first : min(mention.first + 2, mention.last)]]
        count = 1 if opening[0] == _WITHIN else opening.index(_TOTAL) + 2 if _TOTAL in opening else 0
        return self._said(range(mention.first, mention.first + count)) if count else []

    def _item(self, item: Item, mention: Mention) -> Item:
        return evolve(item, at=mention.first, mention=mention, kinds=kinds(mention.value, self._reader.units))

    def _said(self, places: range) -> list[Item]:
        words = [(self._words[self._sentence.tokens[i]], i) for i in places]
        return [Item(word.lower, word, i) for word, i in words if word.lower]


def _valued(value: Value, which: int, read: Mention | None) -> Value:
    """One end as a value of its own: as it is written, with the unit that stands behind the other end."""
    ends = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
    stated = float(ends[which] or 0.0)
    alone = read.value if read is not None and isinstance(read.value.stated, float | int) else None
    if alone is not None and alone.unit and not value.unit and which:
        alone = None  # "7-5 in a match" are no inches
    if read is not None and not value.unit and (read.value.when or " ")[0] == "year":
        return read.value
    if alone is not None and alone.unit and value.unit.startswith(alone.unit + " / "):
        return from_number(value.kind, Number(stated, stated, alone.step or _step(stated)), value.unit)
    if alone is not None and (alone.unit or value.form == SCORE or (which == 1 and value.form == "range")):
        return alone
    if alone is not None and close(float(alone.stated), stated):  # type: ignore[arg-type]
        return from_number(value.kind, Number(stated, stated, alone.step or _step(stated)), value.unit)
    return from_number(value.kind, Number(stated, stated, _step(stated)), value.unit)


def _year(value: Value) -> Time | None:
    return resolve(value.when, Anchor(None)) if value.when is not None and value.stated is None else None


def _step(number: float) -> float:
    step = 1.0
    while number and number % (step * 10) == 0:
        step *= 10
    return step
