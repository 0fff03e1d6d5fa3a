"""A sentence -> its items as relations are matched against them: a few views of the same sentence."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve

from claimlint.claims.extract import Extractor, Sentence
from claimlint.claims.items import Item
from claimlint.claims.kinds import kinds
from claimlint.reading.mentions import Mention, Reader
from claimlint.values.sets import close
from claimlint.values.times import Time, resolve
from claimlint.values.value import Number, Value, from_number

_TWO_ENDS = {"from_to": ("from", ("to",)), "between": ("between", ("and", "to")), "range": ("", ("to", "-", "–"))}
_TOTAL, _WITHIN = "total", "within"
_JOINTS = ("to", "until", "till", "through", "-", "–", "and")
_SPANS = frozenset({"range", "clocks"})
_LEADS = 3  # words before the first end of a span: "aged between"
_UNIT = 24  # characters behind a span in which the unit of its last number may stand
_ASIDE = 14  # words of an aside
_JOINS = frozenset({"and", "or", "but"})


class Views:
    """The views of a sentence, each made when it is asked for."""

    def __init__(self, sentence: Sentence, extractor: Extractor) -> None:
        self.sentence = sentence
        self._extractor = extractor
        words = extractor.vocabulary
        self.words = frozenset(words[sentence.tokens[i]].lower for i in range(sentence.first, sentence.last))
        self.words |= {item.lower for item in sentence.items if item.mention is None}

    @cached_property
    def raw(self) -> list[Item]:
        """Every token as a word, mentions too: for phrases that are asked for word for word."""
        words, tokens = self._extractor.vocabulary, self.sentence.tokens
        return [Item(words[tokens[i]].lower, words[tokens[i]], i) for i in range(self.sentence.first, self.sentence.last)]

    @cached_property
    def full(self) -> list[Item]:
        """Everything as it stands."""
        return [item if item.mention is None else self._worded(item) or evolve(item, kinds=self._kinds(item.mention)) for item in self.sentence.items]

    def _kinds(self, mention: Mention) -> frozenset[str]:
        """What a slot may take a mention for."""
        found = kinds(mention.value, self._extractor.reader.units)
        if "count" in found and not any(mark.isdigit() for mark in self.sentence.document.text[mention.start : mention.end]):
            return found | {"spelled"}
        return found

    def _worded(self, item: Item) -> Item | None:
        """The word of a mention that is no time to reckon with: now, recently."""
        mention = item.mention
        if mention is None or mention.value.when is None or mention.value.when[0] != "ref" or mention.last - mention.first > 1:
            return None
        word = self._extractor.vocabulary[self.sentence.tokens[mention.first]]
        return Item(word.lower, word, item.at)

    @cached_property
    def plain(self) -> list[list[Item]]:
        """The views for templates that do not speak of brackets.

        Without what stands in brackets and without conversions; with the ends of "from 5 to 8" as two mentions; without the
        asides between commas that tell no value.
        """
        bare = list(_without_brackets(self._folded()))
        found = [bare]
        opened = [piece for item in bare for piece in self._opened(item)]
        if len(opened) != len(bare):
            found.insert(0, opened)
        for view in tuple(found):
            bones = list(_bones(view))
            if len(bones) != len(view):
                found.append(bones)
        return found

    @cached_property
    def bracketed(self) -> list[list[Item]]:
        """The views for templates that speak of brackets."""
        return [self.full]

    def _folded(self) -> Iterator[Item]:
        """The items without the mentions that only say the one before them in another unit."""
        before: Mention | None = None
        for item in self.full:
            if item.mention is None:
                yield item
                continue
            if before is not None and self._converts(before, item.mention):
                continue
            before = item.mention
            yield item

    def _converts(self, before: Mention, mention: Mention) -> bool:
        """Whether a mention only says the one before it in another unit of the same thing."""
        units, one, other = self._extractor.reader.units, before.value.unit, mention.value.unit
        if not one or not other or one == other or not self._extractor.converts(self.sentence, before, mention):
            return False
        a, b = units.dimension(one), units.dimension(other)
        return (a == b or a.startswith("money:") and b.startswith("money:")) and not (a.startswith("money:") and " / " in a)

    def _opened(self, item: Item) -> Sequence[Item]:
        """An item, or the two ends that its mention gives, with the words between them."""
        mention = item.mention
        if mention is None:
            return [item]
        when = mention.value.when
        if when is not None and when[0] == "ago" and when[5] is None:
            return self._length(mention, item)
        units = self._extractor.reader.units
        ends = _ends(mention, self.sentence, self._extractor.reader)
        if ends is None:
            return [*self._leading(mention, item), item]
        first, joint, last = ends
        a, b = (evolve(item, mention=end, kinds=kinds(end.value, units)) for end in (first, last))
        between = evolve(item, lower=joint, mention=None, kinds=frozenset(), word=self._extractor.vocabulary[joint])
        words = self._extractor.vocabulary
        opening = [words[self.sentence.tokens[i]] for i in range(mention.first, first.first)]
        return [*(Item(word.lower, word, mention.first) for word in opening), a, between, b]


    def _length(self, mention: Mention, item: Item) -> Sequence[Item]:
        """The length of time and the word behind it of "11 months before"."""
        sentence, reader = self.sentence, self._extractor.reader
        last = mention.last - 1
        end = sentence.block.start + sentence.offsets[last]
        read = reader.read(sentence.document.text[mention.start : end])
        if len(read) != 1 or read[0].value.kind != "duration":
            return [item]
        length = evolve(mention, end=end, last=last, value=read[0].value, time=None)
        word = self._extractor.vocabulary[sentence.tokens[last]]
        return [evolve(item, mention=length, kinds=kinds(length.value, reader.units)), Item(word.lower, word, last)]

    def _leading(self, mention: Mention, item: Item) -> list[Item]:
        """The words of "a total of" or "within" before a number, which the mention has swallowed."""
        tokens = [self.sentence.tokens[i].strip().lower() for i in range(mention.first, mention.last)]
        words = tokens[:1] if tokens[0] == _WITHIN else tokens[: tokens.index(_TOTAL) + 2] if _TOTAL in tokens[:2] else []
        return [evolve(item, lower=word, mention=None, kinds=frozenset(), word=self._extractor.vocabulary[word]) for word in words]


def _ends(mention: Mention, sentence: Sentence, reader: Reader) -> tuple[Mention, str, Mention] | None:
    """The two ends of a span as mentions of their own, and the word between them; None where it is none."""
    value = mention.value
    is_time = value.when is not None and value.stated is None
    if is_time and (value.when or " ")[0] not in _SPANS:
        return None
    if not is_time and (value.form not in _TWO_ENDS or not isinstance(value.stated, tuple) or None in value.stated):
        return None
    tokens = [sentence.tokens[i].strip().lower() for i in range(mention.first, mention.last)]
    joint = next((word for word in (_JOINTS if is_time else _TWO_ENDS[value.form][1]) if word in tokens[1:-1]), None)
    if joint is None:
        return None
    at = mention.first + len(tokens) - 1 - tokens[::-1].index(joint)
    first = mention.first + max((i + 1 for i in range(min(_LEADS, len(tokens))) if tokens[i] in ("from", "between")), default=0)
    base = sentence.block.start
    starts = [base + sentence.offsets[i] + (sentence.tokens[i][:1] in " \u00a0") for i in (first, at + 1)]
    ends = [base + sentence.offsets[at], mention.end]
    if is_time:
        assert value.when is not None
        values = [evolve(value, when=value.when[i]) for i in (1, 2)]
        times = _end_times(mention)
    else:
        text = sentence.document.text
        longer = text[starts[1] : min(sentence.span[1], ends[1] + _UNIT)]
        values = [_end(value, 0, text[starts[0] : ends[0]], reader), _end(value, 1, longer, reader)]
        times = [None if end.when is None else resolve(end.when) for end in values]
    one = evolve(mention, start=starts[0], end=ends[0], value=values[0], first=first, last=at, time=times[0])
    other = evolve(mention, start=starts[1], value=values[1], first=at + 1, time=times[1])
    return one, joint, other


def _end(value: Value, which: int, text: str, reader: Reader) -> Value:
    """One end as a value of its own: as it is written, with the unit that stands behind the other end."""
    assert isinstance(value.stated, tuple)
    stated = value.stated[which]
    assert stated is not None
    read = [mention.value for mention in reader.read(text) if mention.start == 0]
    alone = read[0] if read and isinstance(read[0].stated, float | int) else None
    if not value.unit and read and read[0].when is not None and read[0].when[0] == "year":
        return read[0]
    if alone is not None and (alone.unit or (which == 1 and value.form == "range")):
        return alone
    if alone is not None and close(float(alone.stated), stated):  # type: ignore[arg-type]
        return from_number(value.kind, Number(stated, stated, alone.step or _step(stated)), value.unit)
    return from_number(value.kind, Number(stated, stated, _step(stated)), value.unit)


def _step(number: float) -> float:
    step = 1.0
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def _end_times(mention: Mention) -> list[Time | None]:
    """The days of both ends of a span of time."""
    time = mention.time
    if time is None or time.start is None or time.end is None:
        return [None, None]
    first, _, last = time.timex.partition("/")
    assert mention.value.when is not None
    if mention.value.when[0] == "clocks":
        return [time._replace(timex=first), time._replace(timex=last)]
    if any(part[0] != "day" for part in mention.value.when[1:]):
        return [None, None]
    return [Time(time.start, time.start, first), Time(time.end, time.end, last)]


def _without_brackets(items: Iterator[Item]) -> Iterator[Item]:
    depth = 0
    for item in items:
        if item.lower in ("(", "["):
            depth += 1
        elif item.lower in (")", "]") and depth:
            depth -= 1
        elif not depth:
            yield item


def _bones(items: Sequence[Item]) -> Iterator[Item]:
    """The items without the asides between two commas that tell no value, or only who said it and when."""
    commas = [i for i, item in enumerate(items) if item.lower == "," and item.mention is None]
    dropped: set[int] = set()
    for start, end in zip(commas, commas[1:], strict=False):
        aside = items[start + 1 : end]
        if start in dropped or not 0 < len(aside) <= _ASIDE:
            continue
        said = any("saying" in item.word.marks for item in aside)
        if any(item.mention is not None and not (said and "date" in item.kinds) for item in aside):
            continue
        if aside[0].lower in _JOINS or (end + 1 < len(items) and items[end + 1].lower in _JOINS):
            continue
        dropped.update(range(start, end + 1))
    for i, item in enumerate(items):
        if i not in dropped:
            yield item
