"""Mentions -> the same with the unit that several share: in "5, 6 and 7 mg" each number is in mg."""

from collections.abc import Sequence

from attrs import evolve

from claimlint.reading.beside import Lists
from claimlint.reading.lexicon import Lexicon
from claimlint.reading.mention import Mention
from claimlint.reading.tokens import SMALL
from claimlint.values.value import Number, Value, exact, from_number

_ASIDE = 3  # tokens of ", up from"
_MIDDLE = 3  # tokens between two of a list
_STEPS = ("point", "fold")  # tell how far something went, not what in
_THOUSAND, _SIZE = 1000, 10  # the ends of a change are of one size
_SHARED = frozenset(("quantity", "money", "percent", "duration", "age"))


def shared(found: Sequence[Mention], tokens: Sequence[str], lexicon: Lexicon, lists: Lists) -> list[Mention]:
    """Gives the mentions, each bare number of a list with the unit of the number that closes it, or of "ages" before it.

    `lists` are those of grammars/words/context.yaml. Behind a word of `aging` a bare number is no part of a list: "he was 52
    and 6 feet tall".
    """
    given = list(found)
    listed: set[int] = set()
    for i in range(len(given) - 2, -1, -1):
        one, next_one = given[i], given[i + 1]
        if next_one.first - one.last > _MIDDLE:
            continue
        between = " ".join([token.strip() for token in tokens[one.last : next_one.first]])
        if between not in lists["sharing"] and not (between in lists["sharing_on"] and i + 1 in listed):
            continue
        before = "".join(tokens[given[i - 1].last : one.first]).strip() if i else ""
        if between in lists["sharing_last"] and before not in lists["sharing_on"]:
            continue  # "75, or 40 percent" says one thing twice
        spans = one.value.form == next_one.value.form == "range"
        closes = i + 1 in listed or _closes(next_one, tokens, lexicon)
        if (
            closes
            and (is_bare(one.value) or (spans and one.value.kind == "count"))
            and (between in lists["across"] or SMALL[tokens[one.first - 1]] not in lists["aging"])
        ):
            given[i] = one._replace(value=_in_unit(one.value, next_one, tokens, lexicon))
            listed.add(i)
    for i in range(1, len(given)):
        one, next_one = given[i - 1], given[i]
        if next_one.first - one.last == 1 and one.first:
            given[i - 1], given[i] = _from_to(one, next_one, tokens, lists)
        elif next_one.first - one.last <= _ASIDE and is_bare(next_one.value) and _compares(one, next_one, tokens, lists):
            given[i] = _like(next_one, one)
        if one.value.kind != "age" or one.value.form or not is_bare(next_one.value) or next_one.first - one.last != 1:
            continue
        if tokens[one.last].strip() in ("and", "or") and tokens[one.last - 1][-1].isdigit():
            given[i] = next_one._replace(value=exact(evolve(next_one.value, kind="age", unit="year")))
    return given


def _from_to(one: Mention, other: Mention, tokens: Sequence[str], lists: Lists) -> tuple[Mention, Mention]:
    """Two ends of a change, the bare one in the unit of the other: "from 3 to 5 percent", "to $5.2 million from 4.8".

    What a change led to is in the unit of the change itself, unless that is a share: "fell 30 tonnes to 410".
    """
    before, between = SMALL[tokens[one.first - 1]], SMALL[tokens[one.last]]
    if before == "from" and between == "to":
        return _like(one, other), other
    if before == "to" and between == "from":
        if is_bare(one.value) and other.value.kind == "percent" and _are_near(one.value, other.value):
            return _like(one, other), other
        if _is_free(other, tokens, lists):
            return one, _like(other, one)
    led = between == "to" and before in lists["changes"] and one.value.kind == "quantity" and one.value.unit not in _STEPS
    if led and one.value.unit and is_bare(other.value) and _is_free(other, tokens, lists):
        return one, _like(other, one)
    return one, other


def _is_free(mention: Mention, tokens: Sequence[str], lists: Lists) -> bool:
    """Whether nothing follows that the number could count."""
    after = SMALL[tokens[mention.last]] if mention.last < len(tokens) else ""
    return not after.isalpha() or after in lists["change_ends"]


def _compares(one: Mention, other: Mention, tokens: Sequence[str], lists: Lists) -> bool:
    """Whether the second number is what the first was before: "45 crowns, up from 12 a year ago"."""
    between = " ".join([SMALL[token] for token in tokens[one.last : other.first]])
    return between in lists["formerly"] and _is_free(other, tokens, lists) and _are_near(other.value, one.value)


def _are_near(one: Value, other: Value) -> bool:
    """Whether two numbers are of one size."""
    a, b = one.stated, other.stated
    if not isinstance(a, float | int) or not isinstance(b, float | int) or min(a, b) <= 0:
        return False
    return max(a, b) / min(a, b) < _SIZE


def _like(bare: Mention, model: Mention) -> Mention:
    """A bare number in the unit of the other end, and in its millions; as it is where the two do not go together."""
    value, other = bare.value, model.value
    if other.form or other.kind not in (*_SHARED, "count") or not isinstance(value.stated, float | int):
        return bare
    if not (is_bare(value) or (value.unit == other.unit and not value.form and not value.bound)):
        return bare
    ends = other.stated if isinstance(other.stated, tuple) else (other.stated,)
    known = max((end for end in ends if end is not None), default=0.0)
    if other.scale > value.scale == 1 and value.stated < _THOUSAND:
        if not known / other.scale / _SIZE < value.stated < known / other.scale * _SIZE:
            return bare
        number = Number(value.stated, value.stated, value.step).times(other.scale)
    elif is_bare(value) and other.unit:
        number = Number(value.stated, value.stated, value.step, scale=value.scale)
    else:
        return bare
    return bare._replace(value=from_number(other.kind, number, other.unit))


def is_bare(value: Value) -> bool:
    """Whether it is a number alone, neither opened nor widened."""
    return (
        value.kind in ("count", "quantity") and not value.unit and value.form == "" and not value.bound and not value.approximate
    )


def _closes(mention: Mention, tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a mention is a number with a unit behind it, or a range of millions."""
    value = mention.value
    if value.form == "range" and not value.approximate:
        last = lexicon[tokens[mention.last - 1]]
        return bool(last.factor) if not value.unit else not last.terminals.isdisjoint(_UNITS)
    if value.kind not in _SHARED or not value.unit or value.form or value.bound or value.approximate:
        return False
    return "CUR" not in lexicon[tokens[mention.first]].terminals and not lexicon[tokens[mention.last - 1]].terminals.isdisjoint(
        _UNITS
    )


def _in_unit(value: Value, model: Mention, tokens: Sequence[str], lexicon: Lexicon) -> Value:
    """A bare number or range in the unit of a mention, and in its millions ("5 and 6 million tons")."""
    low, high = value.stated if isinstance(value.stated, tuple) else (value.stated, value.stated)
    if low is None or high is None:
        return value
    number = Number(low, high, value.step, value.form)
    largest = model.value.high or 0.0
    for token in tokens[model.first : model.last]:
        factor = lexicon[token].factor
        if factor and value.step < factor and (not value.form or low < largest / factor * _SIZE):
            number = number.times(factor)
    return from_number(model.value.kind, number, model.value.unit)


_UNITS = frozenset(("UNIT", "OLD", "CUR", "YEARSOLD"))
