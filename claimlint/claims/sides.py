"""The phrase of a speaker -> his voice, and the side that he speaks for."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from claimlint.claims.claim import OUTLET, Voice
from claimlint.claims.items import Item
from claimlint.claims.names import Name
from claimlint.nouns import frozen

_KNOWN = ("country", "organization")
_LONGEST = 3  # words of a phrase that tells a side


class Cast(Protocol):
    """What an article tells of those whom it names."""

    def voice(self, name: Sequence[str]) -> Voice:
        """As whose voice a name speaks; the outlet where the article does not tell it."""

    def is_person(self, name: Sequence[str]) -> bool:
        """Whether a name is a person's."""


@frozen
class Term:
    """A word of a speaker's phrase in lower case, the name that it belongs to, and whether it is a noun for all that is known."""

    lower: str
    name: Name | None = None
    noun: bool = False

    @property
    def entity(self) -> str:
        """The known country or organisation that it stands for."""
        return self.name.entity if self.name is not None and self.name.kind in _KNOWN else ""


@frozen
class _Role:
    """What somebody is: the side that this tells ("" where it tells none), and where its word stands."""

    side: str
    at: int
    body: bool = False


class Sides:
    """Finds the side that a phrase speaks for."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._sides: dict[str, str] = data["sides"]
        self._last: dict[str, str] = data["last"]
        self._agents: dict[str, str] = data["agents"]
        self._arms = frozenset(data["arms"])
        self._bodies = frozenset(data["bodies"]) | self._arms
        self._nobodies = frozenset((*data["nobodies"], *data["accounts"]))
        self._titles = frozenset(data["titles"])
        self._state = frozenset(data["state"])
        self._parts: dict[str, str] = data["parts"]
        self.accounts = frozenset(data["accounts"])
        self._behind = frozenset(data["behind_sides"])
        roles = (*self._sides, *self._last, *self._agents, *self._bodies, *self._titles)
        self._words = frozenset(word for role in roles for word in role.split())

    def voice(self, items: Sequence[Item], cast: Cast | None = None) -> Voice:
        """Gives the speaker that a phrase names; the outlet where it names none.

        "A spokesman for the dockers' union" speaks for the union, "Ostria's foreign ministry" and "the Ostrian army" for
        Ostria, a person for whom the article says that he speaks for.
        """
        return self.of(list(_terms(items)), cast)

    def of(self, terms: Sequence[Term], cast: Cast | None = None) -> Voice:
        """Gives the speaker that the words of a phrase name; the outlet where they name none."""
        first = next((i for i, term in enumerate(terms) if term.name is not None or term.lower in self._words), None)
        if first is None:
            return self._somebody(terms)
        cut = next(
            (i for i in range(first + 1, len(terms)) if terms[i].name is None and terms[i].lower in self._behind), len(terms)
        )
        head, tail = terms[:cut], terms[cut + 1 :]
        role, behind = self._role(head), self._role(tail)
        is_agent = role.at < 0 or head[role.at].lower in self._agents
        side = behind.side if is_agent and behind.side else role.side
        person = [term.lower for term in head[role.at + 1 :] if self._is_own(term)]
        owner = [term.lower for term in (*head[: max(0, role.at)], *tail) if self._is_own(term)]
        told = cast.voice(person or owner) if cast is not None and (person or owner) else OUTLET
        known = next((term.name for term in (*head, *tail) if term.entity), None)
        called = " ".join(person).title() or (head[role.at].lower if role.at >= 0 else _text(terms))
        if told.side and told.sort == "group" and (not side or self.is_state(side)):
            return Voice(called or " ".join(owner).title(), told.side, told.sort)
        if side and not self.is_state(side):
            return Voice(called, side, "group")
        if known is not None:
            return Voice(called, self._parts.get(known.entity, known.entity), "country" if known.kind == "country" else "group")
        if owner and not (cast is not None and cast.is_person(owner)):
            return Voice(called, " ".join(owner), "country" if self.is_state(side) else "group" if role.body else "name")
        if told.side:
            return Voice(called, told.side, told.sort)
        if side or role.at >= 0:
            return Voice(called, side, "state" if side else "")
        is_one = len(person) == 1 and not (cast is not None and cast.is_person(person))
        return Voice(called, person[0] if is_one else "", "name" if is_one else "") if person else OUTLET

    def _somebody(self, terms: Sequence[Term]) -> Voice:
        """A speaker of whom no list knows: "the guide said"; the outlet for what is nobody: "the report said"."""
        cut = next((i for i, term in enumerate(terms) if i and term.lower in self._behind), len(terms))
        last = terms[cut - 1] if cut else None
        return Voice(last.lower) if last is not None and last.noun and last.lower not in self._nobodies else OUTLET

    def is_agent(self, word: str) -> bool:
        """Whether a word is what somebody is who speaks for others."""
        return word in self._agents

    def is_role(self, word: str) -> bool:
        """Whether a word in lower case says what somebody is."""
        return any(word in words for words in (self._sides, self._last, self._agents, self._bodies, self._titles))

    def is_state(self, side: str) -> bool:
        """Whether a side is an arm of a state."""
        return side in self._state

    def _role(self, terms: Sequence[Term]) -> _Role:
        """What the words say somebody is: the last word of a side decides, then a body, then what an agent is by himself."""
        words = [term.lower for term in terms]
        if words and words[-1] in self._last:
            return _Role(self._last[words[-1]], len(words) - 1)
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _LONGEST), end):
                side = self._sides.get(" ".join(words[start:end]))
                if side is not None:
                    return _Role(side, end - 1)
        for place in range(len(words) - 1, -1, -1):
            if words[place] in self._bodies:
                return _Role("", place, body=words[place] not in self._arms)
        place = max((i for i, word in enumerate(words) if word in self._agents), default=-1)
        return _Role(self._agents[words[place]] if place >= 0 else "", place)

    def _is_own(self, term: Term) -> bool:
        """Whether a word is of an unknown name itself, no title in it: "Hallgren Health", but not "Health Minister Prado"."""
        name = term.name
        if name is None or name.entity:
            return False
        if term.lower not in self._titles or term.lower == name.words[0].lower():
            return not self.is_role(term.lower)
        before = name.words[: [word.lower() for word in name.words].index(term.lower)]
        return any(not self.is_role(word.lower()) for word in before)


def _terms(items: Sequence[Item]) -> Iterator[Term]:
    """The words of a phrase, up to a participle: "buyers of clothes made at Narsi Knit" are not Narsi Knit's."""
    for place, item in enumerate(items):
        word = item.word
        is_plain = word.nouns or word.role or item.lower == word.stem or item.lower.endswith("ing")
        if place and item.name is None and word.verbs and not is_plain:
            return
        if item.name is None:
            if not item.is_mark and item.mention is None and item.lower != "s":
                yield Term(item.lower, noun=not word.role and item.lower.isalpha())
        elif item.name.kind in _KNOWN:
            yield Term(item.lower, item.name)
        else:
            yield from (Term(word.lower(), item.name) for word in item.name.words)


def _text(terms: Sequence[Term]) -> str:
    """The known name that a phrase has."""
    return next((term.name.text for term in terms if term.name is not None and term.entity), "")


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the words for speakers and their sides, as plain JSON data."""
    found: dict[str, Any] = {key: {} for key in ("sides", "last", "agents", "parts", "figuring")}
    for key in ("bodies", "arms", "state", "accounts", "nobodies", "titles", "showing", "behind_sides"):
        found[key] = [word for data in files.values() for word in data.get(key, ())]
    for data in files.values():
        for key in ("sides", "last", "agents"):
            found[key].update({w: "" if side == "nobody" else side for side, ws in data.get(key, {}).items() for w in ws})
        found["parts"].update({part: whole for whole, parts in data.get("parts", {}).items() for part in parts})
        found["figuring"].update(data.get("figuring", {}))
    return found
