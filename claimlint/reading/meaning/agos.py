"""What the names of times counted from another in dates.lark mean: two years ago, a week later, the day before."""

from typing import Any

from claimlint.reading.meaning.inside import Inside
from claimlint.reading.meaning.numbers import Refused
from claimlint.reading.meaning.told import Told, Weak, bare
from claimlint.values.value import Number, Value, When

_SHORT = frozenset({"second", "minute", "hour"})


class Agos(Inside):
    """The meanings of ago and later."""

    def ago(self, amount: Value, *rest: Any) -> Told:
        """Two years ago, a week later; a week or so ago."""
        return self._ago(amount, rest[-1], None)

    def ago_span(self, number: Number, unit: str, word: str) -> Told:
        """Two to three weeks ago."""
        return self._ago(self.with_unit(number, unit), word, None)

    def ago_or(self, _a: Any, unit: str, _or: str, number: Number, word: str) -> Told:
        """A year or two ago."""
        return self._ago(self.with_unit(self.either(Number(1, 1, 1), "or", number), unit), word, None)

    def ago_from(self, amount: Value, word: str, date: Any) -> Told:
        """Two days before Christmas."""
        inner = bare(date)
        if word == "ago":
            return self._to_the_day(amount, inner)
        if word not in ("before", "after", "on"):
            raise Refused
        if inner[0] == "ref" or (word == "on" and not (inner[0] == "weekday" and amount.unit in ("week", "fortnight"))):
            raise Refused
        return Weak(bare(self._ago(amount, {"before": "earlier"}.get(word, "later"), inner)), "whole")

    def ago_on(self, amount: Value, word: str, _on: str, weekday: int) -> Told:
        """Ten years ago on Tuesday."""
        if word != "ago" or weekday < 0:
            raise Refused
        return self._to_the_day(amount, bare(weekday))

    def later_from(self, amount: Value, _from: str, date: Any) -> Told:
        """60 days from 4 December."""
        if bare(date)[0] == "ref":
            raise Refused
        return Weak(bare(self._ago(amount, "later", bare(date))), "no range")

    def ago_vague(self, unit: str, word: str) -> Told:
        """Months ago."""
        if unit in ("half", "quarter"):
            raise Refused
        when = ("ref", "PAST_REF" if word in ("ago", "earlier", "before") else "FUTURE_REF")
        return Weak(when, "stop") if word in ("before", "after", "on") else when

    def ago_the(self, _the: str, unit: str, word: str) -> Told:
        """The week before, the day after."""
        if word not in ("before", "after", "earlier", "later") or unit in _SHORT:
            raise Refused
        side = "previous" if word in ("before", "earlier") else "following"
        return Weak(("unit", unit, side), "stop")

    def ago_weekday(self, _the: str, weekday: int, word: str) -> Told:
        """The Friday before."""
        if weekday < 0 or word not in ("before", "after"):
            raise Refused
        return Weak(("weekday", weekday, "previous" if word == "before" else "following"), "stop")

    def ago_the_from(self, _the: str, unit: str, word: str, date: Any) -> Told:
        """The day before Christmas."""
        if word not in ("before", "after") or unit in _SHORT or bare(date)[0] == "ref":
            raise Refused
        return Weak(("ago", "earlier" if word == "before" else "later", 1.0, 1.0, unit, bare(date), False, ""), "whole")

    def ago_weekday_from(self, _the: str, weekday: int, word: str, date: Any) -> Told:
        """The Friday before Christmas."""
        if weekday < 0 or word not in ("before", "after") or bare(date)[0] == "ref":
            raise Refused
        return Weak(("beside", -1 if word == "before" else 1, weekday, bare(date)), "whole")

    def before_last(self, _the: str, unit: str, steps: int) -> Told:
        """The week before last."""
        if unit == "night":
            return ("daypart", "NI", ("deictic", steps))
        return ("unit", unit, steps)

    def same_ago(self, same: When, amount: Value, word: str) -> Told:
        """The same quarter a year ago."""
        told = self.ago(amount, word)
        return ("same", same[1], bare(told))

    def _to_the_day(self, amount: Value, date: When) -> Told:
        """Three years ago today, a year ago this month: counted from there, and no less exact."""
        if not (date[0] in ("deictic", "weekday") or date[0] == "unit") or amount.form == "vague":
            raise Refused
        told = bare(self._ago(amount, "ago", date))
        return (*told[:7], "exact")

    def _ago(self, amount: Value, word: str, date: When | None) -> Told:
        if amount.kind != "duration":
            raise Refused
        low, high = amount.stated if isinstance(amount.stated, tuple) else (amount.stated, amount.stated)
        vague = amount.form == "vague"
        if vague:
            low, high = amount.low, amount.high
        side = {"before": "earlier", "after": "later", "on": "later"}.get(word, word)
        when = ("ago", side, low, high, amount.unit, date, vague, "")
        return Weak(when, "stop") if word in ("before", "after", "on") else when
