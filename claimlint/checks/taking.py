"""The operands of a relation -> whether one takes up the others: "the rise of 11 points", "that is a fifth of them"."""

from collections.abc import Set as AbstractSet
from itertools import pairwise

from claimlint.checks.bindings import Binding
from claimlint.checks.threads import goes_on
from claimlint.checks.told import OF, Told, operands
from claimlint.claims.items import Item
from claimlint.reading.mention import Mention

_FIGURES = ("count", "money", "quantity", "percent")
_LEAD = 1  # sentences of an article, besides its first, that what follows explains


def is_beside(binding: Binding, names: frozenset[str], told: Told) -> bool:
    """Whether the figure nearest to each of some operands is one too; where there is none, "that" must take up the others."""
    return all(_is_beside(binding, name, item, told) for name, item in operands(binding, names))


def is_then(binding: Binding, names: frozenset[str], told: Told) -> bool:
    """Whether operands in several sentences are of different times: by what is told of each, or by a word such as "earlier"."""
    if len(binding.sentences) == 1 or not names:
        return True
    found = list(operands(binding, names))
    times = {told.of(binding, name, item).context.when for name, item in found}
    places = {binding.place(name, item) for name, item in found}
    if len(times) > 1 and len(places) > 1:
        return True
    return any(not told.guards.before.isdisjoint(told.views[place].words) for place in places)


def _is_beside(binding: Binding, name: str, item: Item, told: Told) -> bool:
    place, mention = binding.place(name, item), item.mention
    if mention is None or not _is_said(binding, name, item, told):
        return False
    figures = [m for m in told.views[place].sentence.mentions if _is_figure(m) and not m.start <= mention.start < m.end]
    if not figures or max(binding.sentences) > place:
        return _takes_up(binding, name, item, told)
    nearest = min(figures, key=lambda m: (m.start > mention.start, abs(m.start - mention.start)))
    return any(nearest.start <= start < nearest.end for start in binding.starts())


def _takes_up(binding: Binding, name: str, item: Item, told: Told) -> bool:
    """Whether the sentence of an operand goes on about what those around it tell."""
    place, claim = binding.place(name, item), told.of(binding, name, item)
    others = list(operands(binding, frozenset(binding.slots) - {name}))
    behind = [told.of(binding, other, one) for other, one in others if binding.place(other, one) > place]
    if behind:
        return place <= _LEAD and all(goes_on(claim, one) or not (claim.context.about and one.context.about) for one in behind)
    return any(
        binding.place(other, one) == place - 1 or told.linked(told.of(binding, other, one), claim, place) for other, one in others
    )


def _is_said(binding: Binding, name: str, item: Item, told: Told) -> bool:
    """Whether what an operand is said of is spoken of in the sentences of the others, or just before them."""
    claim, here = told.of(binding, name, item), binding.place(name, item)
    others = list(operands(binding, frozenset(binding.slots) - {name}))
    places = [binding.place(other, one) for other, one in others]
    measures = (told.of(binding, other, one).measure for other, one in others)
    spoken = {word for measure in measures if measure is not None for word in measure.name.split()}
    spoken |= told.views[min(places)].before
    spoken = spoken.union(*(told.views[place].stems for place in range(min(places), max(places) + 1) if place != here))
    of = _things(claim.head if _has_of(binding, name, item, told) else frozenset(), told)
    if set(places) != {here} and not all(_is_spoken(word, spoken, told) for word in of):
        return False
    about = _things(claim.context.about, told)
    return here in places or not about or sum(1 for word in about if _is_spoken(word, spoken, told)) * 2 >= len(about)


def _things(stems: frozenset[str], told: Told) -> frozenset[str]:
    """What is spoken of: not "the total", nor people of any kind."""
    words = told.extractor.vocabulary
    if stems & told.guards.anybody:
        return frozenset()
    return frozenset(stem for stem in stems if stem not in told.guards.takes_up and (words[stem].nouns or not words[stem].verbs))


def _is_spoken(word: str, spoken: AbstractSet[str], told: Told) -> bool:
    return word in spoken or bool(told.extractor.vocabulary[word].nouns & spoken)


def _has_of(binding: Binding, name: str, item: Item, told: Told) -> bool:
    """Whether an operand is told as so much of something."""
    items = told.views[binding.place(name, item)].full
    return any(one.mention is item.mention and other.lower == OF for one, other in pairwise(items))


def _is_figure(mention: Mention) -> bool:
    return mention.value.stated is not None and mention.value.kind in _FIGURES
