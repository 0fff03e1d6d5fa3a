"""Tokens -> the names in them: known ones by data, others by their capitals."""

from collections.abc import Mapping, Sequence
from typing import Any

from claimlint.claims.vocabulary import Vocabulary
from claimlint.errors import KnowledgeError, Problem
from claimlint.knowledge.tables import Apart, Kept
from claimlint.nouns import frozen
from claimlint.reading.tokens import words

_SHORT = 2


@frozen
class Name:
    """A name: tokens[first:last], its words, and the entity where the data know it.

    `kind` is the entity's kind ("country", "treaty", ...), "" for one found by its capitals. `part` is "names",
    "people", "capital" or "speakers". `vague` are those of its words that tell it from no other.
    """

    first: int
    last: int
    words: tuple[str, ...]
    entity: str = ""
    kind: str = ""
    part: str = ""
    opens: bool = False  # one word that may owe its capital to the sentence that it opens
    vague: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """What the name is found by: its entity, else its words."""
        if self.entity:
            return (self.entity,)
        words = tuple(word.lower() for word in self.words if len(word) > _SHORT)
        return tuple(word for word in words if word not in self.vague) or words

    @property
    def text(self) -> str:
        """The name as it is written: "U.S.", "St. Gallen", "Baden-Baden"."""
        written = ""
        for i, word in enumerate(self.words):
            is_initial = len(word) == 1 and self.words[i - 2 : i] == (self.words[i - 2], ".") and len(self.words[i - 2]) == 1
            apart = i and word[0].isalnum() and self.words[i - 1] not in "-'’" and not is_initial
            written += f" {word}" if apart else word
        return written


class _Openings(dict[str, bool]):
    """Token -> whether a name may open with it; filled as tokens are met."""

    _MOST = 200_000

    def __init__(self, known: Kept[Any]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, token: str) -> bool:
        if len(self) > self._MOST:
            self.clear()
        bare = token.strip()
        found = self[token] = _capital(bare) or bool(self._known.get(bare))
        return found


class Names:
    """Finds names. `titles` are what entities are called."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._known = Kept(data["known"], lambda rows: [(tuple(rest), entity, kind, part) for rest, entity, kind, part in rows])
        self.titles: Mapping[str, str] = data["titles"]
        self._openings = _Openings(self._known)
        self._variants: dict[str, list[str]] = data["variants"]
        self._short: dict[str, list[str]] = data["short"]
        self._joining, self._quarters = frozenset(data["joining"]), frozenset(data["quarters"])

    def spelled_alike(self, a: str, b: str) -> bool:
        """Whether two words are spellings of one name."""
        return _meet(self._variants, a, b)

    def one_name(self, a: str, b: str) -> bool:
        """Whether two words are one name: by spelling, as a short form ("Mel", "Melvin"), or as an initial."""
        initial = (a[:1] == b[:1] and "." in (a[1:2], b[1:2])) or (min(len(a), len(b)) == 1 and a[:1] == b[:1])
        short, long = sorted((a.lower(), b.lower()), key=len)
        shortened = len(short) > _SHORT and long.startswith(short)
        return initial or shortened or _meet(self._variants, a, b) or _meet(self._short, a, b)

    def find(self, tokens: Sequence[str], start: int, end: int, taken: set[int], vocabulary: Vocabulary) -> list[Name]:
        """Gives the names in tokens[start:end], none over a token that is `taken`."""
        found = []
        place = start
        while place < end:
            if place in taken or not self._openings[tokens[place]]:
                place += 1
                continue
            name = self._at(tokens, place, start, end, taken, vocabulary)
            if name is None:
                place += 1
            else:
                found.append(name)
                place = name.last
        return found

    def _at(
        self, tokens: Sequence[str], place: int, start: int, end: int, taken: set[int], vocabulary: Vocabulary
    ) -> Name | None:
        bare = tokens[place].strip()
        for rest, entity, kind, part in self._known.get(bare, ()):
            last = place + 1 + len(rest)
            if last <= end and all(tokens[place + 1 + i].strip() == word for i, word in enumerate(rest)):
                return Name(place, last, (bare, *rest), entity, kind, part)
        if not _capital(bare):
            return None
        role = vocabulary[tokens[place]].role
        if (
            role
            and role != "title"
            and (_opens(tokens, place, start) or not (place + 1 < end and _capital(tokens[place + 1].strip())))
        ):
            return None
        last = place + 1
        while last < end and last not in taken:
            word = tokens[last].strip()
            if _capital(word) and (tokens[last][0] == " " or tokens[last - 1] in "-'’.&"):
                last += 1
            elif (
                word in "-'’&"
                and last + 1 < end
                and _capital(tokens[last + 1].strip())
                and last + 1 not in taken
                and tokens[last][0] != " "
            ) or (word == "-" and tokens[last][0] != " " and last + 1 < end and tokens[last + 1][0].isdigit()):
                last += 2
            elif word == "." and len(tokens[last - 1].strip()) == 1 and last + 1 < end and _capital(tokens[last + 1].strip()):
                last += 1
            elif word in self._joining and last + 1 < end and _capital(tokens[last + 1].strip()) and last + 1 not in taken:
                last += 2
            else:
                break
        kept = tuple(w for w in (tokens[i].strip() for i in range(place, last)) if w[:1].isalnum())
        vague = self._quarters.intersection(map(str.lower, kept))
        return Name(place, last, kept, opens=last == place + 1 and _opens(tokens, place, start), vague=vague)


_BEFORE = frozenset({".", "?", "!", ":", '"', "(", "[", "—", "–", "-", "*", "'", ";"})


def _opens(tokens: Sequence[str], place: int, start: int) -> bool:
    """Whether a token may owe its capital to the sentence that begins with it."""
    return place == start or tokens[place - 1].strip() in _BEFORE


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _meet(table: dict[str, list[str]], a: str, b: str) -> bool:
    return not set(table.get(a.lower(), ())).isdisjoint(table.get(b.lower(), ()))


def build(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Gives the known names of the name files, as plain JSON data: by their first word, the longest first.

    "titles" are what entities are called: the first of their names.

    Raises KnowledgeError with every fault.
    """
    from claimlint.knowledge.strict_yaml import place_in  # a run has it built

    known: dict[str, list[list[Any]]] = {}
    titles: dict[str, str] = {}
    variants: dict[str, list[str]] = {}
    short: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        kind = data.get("kind", "")
        if "names" in data and not kind:
            problems.append(Problem(path, *place_in(data, "names"), "say of what kind the names are: kind: organization"))
        for entity, parts in data.get("names", {}).items():
            if parts.get("names"):
                titles[entity] = parts["names"][0]
            for part, spellings in parts.items():
                for number, spelling in enumerate(spellings):
                    first, *rest = words(spelling) or [""]
                    known.setdefault(first, []).append([rest, entity, kind, part])
                    if not first:
                        place = place_in(data, "names", entity, part, number)
                        problems.append(Problem(path, *place, f"{entity}: a spelling without a word; write the name"))
        for table, groups in ((variants, data.get("variants", ())), (short, data.get("short", ()))):
            for group in groups:
                for spelling in group:
                    table.setdefault(spelling.lower(), []).append(group[0])
    if problems:
        raise KnowledgeError(problems)
    longest = {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in known.items()}
    inside = {key: [word for data in files.values() for word in data.get(key, ())] for key in ("joining", "quarters")}
    return {"known": Apart(longest), "titles": Apart(titles), "variants": variants, "short": short, **inside}
