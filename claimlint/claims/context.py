"""A mention in its sentence -> what stands around it."""

from collections.abc import Sequence

from claimlint.claims.circumstance import elsewhen, is_change, is_past_age, marked, own_hand, several, since, stance, told_of
from claimlint.claims.claim import Context
from claimlint.claims.governing import governing
from claimlint.claims.items import Item, skeleton
from claimlint.claims.measures import Binding
from claimlint.claims.names import Name
from claimlint.claims.parse import Sentence
from claimlint.claims.phrases import explained, said_of
from claimlint.claims.segments import Around, around, nearness
from claimlint.claims.subjects import entity, full_name, is_person, named_last, person
from claimlint.claims.vocabulary import Vocabulary
from claimlint.reading.mentions import Mention

_OF_EVENTS = ("rank", "duration")
_MOMENTS = ("date", "time")
_SMALL = 12  # smaller numbers stand beside each other by chance
_FOCUSED = ("treaty", "weapon")  # "the accord", "the missile": spoken of without their names


def context(
    sentence: Sentence, mention: Mention, items: Sequence[Item], at: int, binding: Binding | None, *, part: bool,
    vocabulary: Vocabulary, events: frozenset[str],
) -> Context:  # fmt: skip
    """Gives the context of the mention at items[at]; `events` are the kinds of event of which a time is told."""
    where = around(items, at)
    near = nearness(items, where)
    words, names, own = _nearby(items, where, near)
    about, about_names = _about(items, mention)
    subject = _subject(items, where, sentence, mention, binding, vocabulary)
    if binding is None and vocabulary.is_personal(events):
        subject = _befallen(items, mention, events, vocabulary)
    scope, shifters = marked(items, where, "scope", 3, 5), marked(items, where, "shifters", 8, 4)
    if mention.value.kind not in _MOMENTS:
        shifters |= elsewhen(items, where)
    if mention.value.kind == "count":
        words_of = [item.lower if item.mention is None and item.name is None else "" for item in items]
        places = dict(vocabulary.events(words_of))
        scope, shifters = (
            scope | own_hand(items, where, vocabulary.phrases),
            shifters | since(items, where) | several(items, where, places),
        )
    return Context(
        subject, words, names, own, _numbers(sentence, mention),
        scope, shifters, stance(items, where, vocabulary.phrases),
        told_of(items, where, mention), about, about_names, part,
        (is_change(items, where) and not (binding is not None and binding.measure.changes))
        or (mention.value.kind == "age" and is_past_age(items, where)),
        dict.fromkeys(events, 1.0) or _events(items, where, mention, vocabulary, near), _named(items, where),
    )  # fmt: skip


def _named(items: Sequence[Item], where: Around) -> dict[str, Name]:
    """The nouns of a mention's clause that a name stands with, each with it: "the Ahorn bridge", "the city of Ulm"."""
    found: dict[str, Name] = {}
    for place in range(where.first, where.last - 1):
        one, other = items[place], items[place + 1]
        if one.name is not None and other.name is None and other.mention is None and not other.word.role:
            found.setdefault(other.word.stem, one.name)
        elif one.name is None and one.mention is None and not one.word.role and other.lower == "of" and place + 2 < where.last:
            name = items[place + 2].name
            if name is not None:
                found.setdefault(one.word.stem, name)
    return found


def _numbers(sentence: Sentence, mention: Mention) -> frozenset[float]:
    """The other numbers of a sentence, without small ones of nothing."""
    values = [m.value for m in sentence.mentions if m is not mention]
    return frozenset(v.stated for v in values if isinstance(v.stated, float) and (v.stated > _SMALL or v.unit or v.stated % 1))


def _nearby(
    items: Sequence[Item], where: Around, near: Sequence[float]
) -> tuple[dict[str, float], dict[str, float], frozenset[str]]:
    """The words and the names around a mention, each with how near it is, and the names of its own segment."""
    words: dict[str, float] = {}
    names: dict[str, float] = {}
    own: set[str] = set()
    for place, item in enumerate(items):
        if place == where.at or item.mention is not None:
            continue
        if item.name is not None:
            for key in item.name.keys:
                names[key] = max(names.get(key, 0.0), near[place])
                if where.holds(place) and (place < where.at or near[place] >= 1):
                    own.add(key)
        elif not item.word.role:
            words[item.word.stem] = max(words.get(item.word.stem, 0.0), near[place])
    return words, names, frozenset(own)


def _events(
    items: Sequence[Item], where: Around, mention: Mention, vocabulary: Vocabulary, near: Sequence[float]
) -> dict[str, float]:
    """The kinds of event that the words around a mention tell of, each with how near.

    Of what has an event of its own only those of the words that it belongs to.
    """
    if mention.value.kind in _MOMENTS:
        return {}
    words = [item.lower if item.mention is None and item.name is None else "" for item in items]
    places = dict(vocabulary.events(words))
    if mention.value.kind in _OF_EVENTS:
        return dict.fromkeys(governing(items, where, places), 1.0)
    found: dict[str, float] = {}
    for place, names in places.items():
        for name in names:
            found[name] = max(found.get(name, 0.0), near[place])
    return found


def _about(items: Sequence[Item], mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The stems and the names of the phrase that the value is said of."""
    phrase = said_of(items, mention) or (explained(items, mention) if mention.value.kind == "age" else [])
    stems = frozenset(item.word.stem for item in phrase if item.name is None and item.mention is None and not item.word.role)
    return stems, frozenset(key for item in phrase if item.name is not None for key in item.name.keys)


def _befallen(items: Sequence[Item], mention: Mention, events: frozenset[str], vocabulary: Vocabulary) -> str:
    """The person whom what happened at a time befell: who stands beside the word for it, else the subject.

    "Deputies arrested Jan Holt on Sunday"; "Holt, who had fled, was arrested on Sunday"; "Holt turned himself in on Sunday".
    """
    view = skeleton(items, mention) or items
    words = [item.lower if item.mention is None and item.name is None else "" for item in view]
    for place, names in vocabulary.events(words):
        if vocabulary.is_personal(names & events):
            beside = *view[place + 1 : place + 1 + _OBJECT], *view[max(0, place - 1) : place]
            found = next((item.name for item in beside if item.name is not None and is_person(item.name)), None)
            if found is not None:
                return full_name(found, vocabulary)
    phrase = said_of(items, mention)
    return full_name(phrase[-1].name, vocabulary) if phrase and phrase[-1].name is not None and is_person(phrase[-1].name) else ""


_OBJECT = 2  # items to the one whom it befell: "arrested suspect Jan Holt"


def _subject(
    items: Sequence[Item], where: Around, sentence: Sentence, mention: Mention, binding: Binding | None, vocabulary: Vocabulary
) -> str:
    """The entity that the value is of: the one in the sentence, else the one that the article is about."""
    if mention.value.kind == "age":
        return full_name(person(items, where.at), vocabulary)
    if binding is None or binding.measure.of == "event":
        return ""
    if binding.measure.of == "person":
        return full_name(named_last(said_of(items, mention)) or person(items, where.at), vocabulary)
    kind = binding.measure.of
    return entity(items, where, kind) or (sentence.focus.get(kind, "") if kind in _FOCUSED else "")
