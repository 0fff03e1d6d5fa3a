"""The words around a time -> its relation, what it is counted from, its tense, and whether it is one at all."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from claimlint.reading.tokens import SMALL, words
from claimlint.values.value import Value

_MARKS = frozenset(".,;:!?()[]\"'–—-…")
_STOPS = frozenset(".;!?")
_TWO = 2
_NEAR = 5  # words from a verb of saying to the day on which it was said
_FAR = 24  # tokens to the left that may tell the tense
_AHEAD = 12
_ANCHOR = 9  # words that tell what a length is counted from
_REMEMBERED = 20_000

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]  # last word -> the words before it, the last first, and their code


class Placing:
    """What placing.yaml says about the words around a time."""

    def __init__(self, lists: dict[str, Any]) -> None:
        self._relations = _phrases(lists["relations"])
        self._openings = {tuple(words(phrase)): code for phrase, code in lists["openings"].items()}
        self._anchors = {tuple(words(phrase)) for phrase in lists["anchors"]}
        self._anchor_ends = frozenset(lists["anchor_ends"])
        self._guards: dict[str, dict[str, Any]] = lists["guards"]
        self._future = _phrases(dict.fromkeys(lists["future"], "future"))
        self._coming = _phrases(dict.fromkeys(lists["coming"], "coming"))
        self._past = _phrases(dict.fromkeys(lists["past"], "past"))
        self._owners = frozenset(lists["owners"])
        self._saying = frozenset(lists["saying"])
        self._not_past = frozenset(lists["not_past"])
        self._intend = frozenset(lists["intend"])
        self._moved, self._onto = frozenset(lists["moved"]), frozenset(lists["onto"])
        self._events, self._articles = frozenset(lists["events"]), frozenset(lists["articles"])
        self._bid = frozenset(lists["bid"])
        self._believing = frozenset(lists["believing"])
        self._points = frozenset(lists["points"])
        self._told: dict[tuple[int, str, str], tuple[Value, Value]] = {}  # the first is held: no other has its identity

    def allow(self, guard: str, tokens: Sequence[str], first: int, end: int) -> bool:
        """Whether the neighbours of tokens[first:end] are what a guard asks for."""
        if not first and end == len(tokens) and not tokens[0][0].islower():
            return True  # nothing stands around it
        asks = self._guards[guard]
        word = tokens[first].lstrip()
        starts = first == 0 or SMALL[tokens[first - 1]] in _STOPS  # a capital says nothing there
        if "capital" in asks and any(
            SMALL[token] in asks["capital"] and not token.lstrip()[0].isupper() for token in tokens[first:end]
        ):
            return False
        if asks.get("small") and not word[0].islower() and not starts:
            return False
        before = SMALL[tokens[first - 1]] if first else ""
        after = SMALL[tokens[end]] if end < len(tokens) else ""
        if (
            before in asks.get("owned", ())
            and after.isalpha()
            and tokens[end].strip().islower()
            and after not in asks["not_owned"]
        ):
            return True
        if "behind" in asks and before not in asks["behind"] and (before or "." not in asks["behind"]):
            return False
        if word.lower() in asks.get("names", ()) and before not in asks["not_named"] and _is_surname(tokens, end):
            return False
        if [before, after] in asks.get("not_around", ()):
            return False
        if before in asks.get("not_behind", ()) or after in asks.get("not_before", ()):
            return False
        if "not_joined" in asks and (after[:1].isdigit() or (after in asks["not_joined"] and not _is_small(tokens, end + 1))):
            return False
        return "before" not in asks or not after or after in _MARKS or after in asks["before"]

    def of_event(self, tokens: Sequence[str], first: int, end: int) -> bool:
        """Whether the words around name an event by its day: "the 7 October attacks"."""
        if not first or end >= len(tokens) or SMALL[tokens[end]] not in self._events:
            return False
        return SMALL[tokens[first - 1]] in self._articles

    def place(self, tokens: Sequence[str], said: slice, free: slice, value: Value) -> tuple[str, str, int]:
        """The relation and the anchor of a time or a length of time, and where it begins itself.

        A word that hedges a length may place it instead: "within 30 days", "over several years". `said` are the
        tokens of the value, `free` those up to the mentions before and after, where the words looked at lie.
        """
        first, end, low, high = said.start, said.stop, free.start, free.stop
        opening, count = self._opening(tokens, first, value)
        if count:
            return opening, self._anchor(tokens, end, high, opening), first + count
        relation, count = _ends_with(self._relations, tokens, first)
        if first - count < low:
            relation = ""
        return relation, self._anchor(tokens, end, high, relation) if value.kind == "duration" else "", first

    def told(self, value: Value, relation: str, anchor: str) -> Value:
        """The value with its relation and its anchor: one for all that say the same, as texts do over and over."""
        key = id(value), relation, anchor
        held = self._told.get(key)
        if held is None:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            held = self._told[key] = value, evolve(value, relation=value.relation or relation, anchor=anchor)
        return held[1]

    def _opening(self, tokens: Sequence[str], first: int, value: Value) -> tuple[str, int]:
        """The relation with which the words of a length open, and of how many tokens it is."""
        if value.kind != "duration" or not value.bound:
            return "", 0
        code, count = _begins_with(self._openings, tokens, first)
        return (code, count) if code == "within" or value.form == "vague" else ("", 0)

    def _anchor(self, tokens: Sequence[str], end: int, stop: int, relation: str) -> str:
        """The words behind a length of time that tell from what it is counted; "" for none. They end before `stop`."""
        lead = next((phrase for phrase in self._anchors if _lowers(tokens, end, len(phrase)) == phrase), None)
        if lead is None or (lead == ("of",) and relation != "within"):
            return ""
        last = end + len(lead)
        while last < min(len(tokens), stop, end + _ANCHOR) and SMALL[tokens[last]] not in self._anchor_ends:
            if SMALL[tokens[last]] in _MARKS and SMALL[tokens[last]] not in ("'", "-"):
                break
            last += 1
        return "".join(tokens[end:last]).strip() if last > end + len(lead) else ""

    def future(self, tokens: Sequence[str], first: int, end: int) -> bool | None:
        """Whether the clause puts tokens[first:end] into the future; None where it does not say.

        The nearest word in front counts, then the nearest behind, each within the sentence; a preposition that looks ahead
        only where no verb says anything.
        """
        before = self._before(tokens, first)
        if before is not None:
            return before
        for place in range(end, min(len(tokens), end + _AHEAD)):
            if self._stops(tokens, place):
                break
            if self._past_at(tokens, place):
                return False
            if self._future_at(tokens, place):
                return True
        return True if _ends_with(self._coming, tokens, first)[0] else None

    def _before(self, tokens: Sequence[str], first: int) -> bool | None:
        """What the words in front say: a verb of intention with "to", or of moving a date, looks ahead."""
        bidden = False
        for place in range(first - 1, max(-1, first - _FAR), -1):
            word = SMALL[tokens[place]]
            if self._stops(tokens, place):
                return None
            if word == "to" and place and SMALL[tokens[place - 1]] in self._intend:
                return place < _TWO or SMALL[tokens[place - 2]] != "been"
            bidden = bidden or (word == "to" and self._is_verb(tokens, place + 1))
            if bidden and word in self._bid:
                return True
            if word == "be" and self._is_believed(tokens, place):
                return False
            if self._future_at(tokens, place):
                return True
            if word in self._saying and place < first - _NEAR:
                return None
            if self._past_at(tokens, place):
                if word in self._moved and SMALL[tokens[first - 1]] in self._onto:
                    return True
                if not place or SMALL[tokens[place - 1]] != "be":
                    return False
        return None

    def _is_believed(self, tokens: Sequence[str], place: int) -> bool:
        """Whether what follows is taken for true: "thought to be"."""
        return place >= _TWO and SMALL[tokens[place - 1]] == "to" and SMALL[tokens[place - _TWO]] in self._believing

    def _is_verb(self, tokens: Sequence[str], place: int) -> bool:
        """Whether "to" leads to a verb: a small word that is no article."""
        return tokens[place].strip().islower() and SMALL[tokens[place]] not in self._articles

    def _future_at(self, tokens: Sequence[str], place: int) -> bool:
        """Whether a word that looks ahead ends here; behind an article it is a noun: "the plan", and "in May" is a month."""
        if place and tokens[place].lstrip()[:1].isupper() and tokens[place - 1].strip().islower():
            return False
        count = _ends_with(self._future, tokens, place + 1)[1]
        return bool(count) and not (place >= count and SMALL[tokens[place - count]] in self._owners)

    def _past_at(self, tokens: Sequence[str], place: int) -> bool:
        if _ends_with(self._past, tokens, place + 1)[0]:
            return True
        word = tokens[place].strip()
        if len(word) <= len("used") or not word.endswith("ed") or word.endswith("eed") or word in self._not_past:
            return False
        return word[0].islower() and not (place and SMALL[tokens[place - 1]] in self._owners)  # "a planned visit"

    def _stops(self, tokens: Sequence[str], place: int) -> bool:
        """Whether a sentence ends at a place; the point of an initial or a title ends none."""
        word = SMALL[tokens[place]]
        if word not in _STOPS:
            return False
        before = SMALL[tokens[place - 1]] if place else ""
        return word != "." or not (len(before) == 1 or before in self._points)


def _is_small(tokens: Sequence[str], place: int) -> bool:
    """Whether the token at a place is no number, and no name of a month or a day."""
    return place >= len(tokens) or tokens[place].lstrip()[:1].islower()


def _is_surname(tokens: Sequence[str], place: int) -> bool:
    """Whether the word at a place is written as a name is: "April Kinney", but not "April U.S. sales"."""
    word = tokens[place].strip() if place < len(tokens) else ""
    return len(word) > 1 and word[0].isupper() and not word.isupper()


def _phrases(codes: dict[str, str]) -> Phrases:
    found: Phrases = {}
    for phrase, code in codes.items():
        *rest, last = (word.lower() for word in words(phrase))
        found.setdefault(last, []).append((tuple(reversed(rest)), code))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _ends_with(phrases: Phrases, tokens: Sequence[str], end: int) -> tuple[str, int]:
    """The code of the longest phrase that ends before a place, and how many tokens it has."""
    if not end:
        return "", 0
    for rest, code in phrases.get(SMALL[tokens[end - 1]], ()):
        if all(end - 2 - i >= 0 and SMALL[tokens[end - 2 - i]] == word for i, word in enumerate(rest)):
            return code, len(rest) + 1
    return "", 0


def _begins_with(phrases: dict[tuple[str, ...], str], tokens: Sequence[str], first: int) -> tuple[str, int]:
    """The code of a phrase that stands at a place, and how many tokens it has."""
    return next(
        ((code, len(phrase)) for phrase, code in phrases.items() if _lowers(tokens, first, len(phrase)) == phrase), ("", 0)
    )


def _lowers(tokens: Sequence[str], first: int, count: int) -> tuple[str, ...]:
    return tuple([SMALL[token] for token in tokens[first : first + count]])
