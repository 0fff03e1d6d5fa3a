"""A value -> the kinds of slot that it can fill."""

from claimlint.values.units import Units
from claimlint.values.value import Value, When

_DIMENSIONS = {
    "[length]": "length", "[length] ** 2": "area", "[length] ** 3": "volume", "[mass]": "mass", "[length] / [time]": "speed",
    "[temperature]": "temperature", "[temperature_difference]": "temperature", "[points]": "points",
    "[indexpoints]": "points", "[multiples]": "multiple", "share": "percent",
}  # fmt: skip
KINDS: dict[str, str] = {
    "count": "a plain number: 12, four, 2.4 million",
    "spelled": "a plain number in words: twelve",
    "bare": "a plain number behind which nothing stands that it may count: 34 million",
    "percent": "a percentage",
    "share": "a percentage or a fraction: 40 percent, a third, three in four",
    "fraction": "a third, half, three in four",
    "points": "percentage points",
    "multiple": "threefold, three times",
    "money": "an amount of money",
    "rate": "an amount of money for each unit or time: $5 a tonne, 200 euros a month",
    "per": "an amount for each unit of another: $5 a tonne, 3 litres a day, 80 km/h",
    "quantity": "a number with a unit of measure",
    "length": "a quantity of length",
    "area": "a quantity of area",
    "volume": "a quantity of volume",
    "mass": "a quantity of mass",
    "speed": "a quantity of speed",
    "temperature": "a temperature",
    "amount": "a count, amount of money or quantity",
    "duration": "a length of time",
    "age": "an age",
    "date": "a day, month, year, or more of one",
    "weekday": "a weekday by its name alone",
    "dayname": "a weekday, whatever is told with it: Monday, Monday evening, Tuesday, 3 October",
    "bc": "a year before Christ; it stands for its number",
    "yearless": "a day told without its year",
    "monthly": "a month told without its year",
    "full": "a day, month or year told with its year",
    "clock": "a time of day",
    "daypart": "a part of the day; it stands for the hour in its middle",
    "ago": "so long ago, earlier or later",
    "sum": "so long before or after a date told with it: 60 days from 1 March",
    "moment": "a date or a time of day",
    "least": "a number with a lower bound: at least 60",
    "most": "a number with an upper bound: up to 60",
    "rank": "a place in an order: third, 21st",
    "span": "two ends: 10 to 20, between 5 and 8 km",
    "number": "any of count, share, money, quantity, duration, age",
    "any": "any mention",
    "loose": "a number behind a word that opens or widens it: nearly, about, more than",
    "period": "a century or a decade",
    "name": "a name",
    "noun": "a word that says what is spoken of; in two places of one template the same word",
    "list": "things in a row up to the end of a sentence: a bridge, a mill and two barns; it stands for how many there are",
    "names": "names in such a row: Ulm, Bern and Graz",
    "row": "one name or names in a row that may end within the clause: behind Ulm, Bern and Graz the town is fourth",
}  # fmt: skip
COUNTING = "counting"  # a number before a noun; no slot asks for it
_BOUNDS = {sign: frozenset({name}) for name, signs in (("least", (">", ">=")), ("most", ("<", "<="))) for sign in signs}


def kinds(value: Value, units: Units) -> frozenset[str]:
    """Gives the names of the kinds that a value is of, the particular and the general."""
    if value.kind == "rank":
        return frozenset({"rank", "any"})
    if value.kind == "set":
        return frozenset({"set", "any"} if value.stated is None else {"set", "any", "duration"})
    if value.when is not None and value.stated is None:
        return frozenset({"any"}) | _time(value.when)
    if value.stated is None:
        return frozenset({"any"})
    bound = _BOUNDS.get(value.bound or "", frozenset())
    if value.bound or value.approximate:
        bound |= {"loose"}
    if isinstance(value.stated, tuple):
        return frozenset({"span", "any"}) | (_plain(value, units) - {"count"}) | bound
    per = frozenset({"per"}) if " / " in value.unit else frozenset()
    return frozenset({"any"}) | _plain(value, units) | bound | per


def _plain(value: Value, units: Units) -> frozenset[str]:
    if value.kind == "age":
        return frozenset({"age", "number"})
    if value.form == "part" and not value.unit:
        return frozenset({"share", "fraction", "number"})
    if not value.unit:
        return frozenset({"share", "fraction", "number"}) if _is_half(value) else frozenset({"count", "amount", "number"})
    dimension = units.dimension(value.unit)
    if dimension.startswith("money:"):
        return frozenset({"money", "amount", "number"} if " / " not in dimension else {"rate", "number"})
    if dimension == "[time]":
        return frozenset({"duration", "number"} | ({"share", "fraction"} if is_quarter(value) else set()))
    named = _DIMENSIONS.get(dimension, "quantity")
    if named == "percent":
        return frozenset({"percent", "share", "number"})
    if named in ("points", "multiple"):
        return frozenset({named, "number"} | ({"count", "amount"} if dimension == "[indexpoints]" else set()))
    return frozenset({named, "quantity", "amount", "number"})


def is_quarter(value: Value) -> bool:
    """Whether "a quarter" or "three quarters" may be a fraction as well as a part of a year."""
    return value.unit == "quarteryear" and value.stated in (1, 3)


def _is_half(value: Value) -> bool:
    return value.stated == 0.5 and value.kind == "quantity"


def weekday_named(when: When) -> int:
    """The weekday by which a time is told, 1 for Monday to 7 for Sunday; 0 for none."""
    if when[0] in ("at", "daypart") and isinstance(when[2], tuple):
        when = when[2]
    return when[1] if when[0] in ("weekday", "dated") and isinstance(when[1], int) else 0


def _time(when: When) -> frozenset[str]:
    found = _placed(when)
    if weekday_named(when):
        found |= {"dayname"}
    if when[0] == "daypart":
        found |= {"daypart"}
    return found | {"bc"} if when[0] == "year" and (when[1] or 0) < 0 else found


def _placed(when: When) -> frozenset[str]:
    head = when[0]
    if head == "weekday":
        return frozenset({"weekday", "date", "moment"})
    if head == "range":
        return frozenset({"date", "moment", "span"})
    if head == "clock":
        return frozenset({"clock", "moment"})
    if head == "at" and when[1][0] == "clock":
        return frozenset({"clock", "moment", "date"}) | _year_told(when[2])
    if head == "ago":
        return frozenset({"sum", "date", "moment"}) if when[5] is not None else frozenset({"ago"})
    if head in ("ref", "clocks", "set", "at"):
        return frozenset()
    of = when[-1] if head in ("part", "nth") else when
    if isinstance(of, tuple) and of[0] in ("century", "decade"):
        return frozenset({"period", "date", "moment"})
    return frozenset({"date", "moment"}) | _year_told(when)


def _year_told(when: When) -> frozenset[str]:
    """Whether the year of a day, month, season or year is told with it."""
    day = when[2] if when[0] in ("dated", "part") and isinstance(when[2], tuple) else when
    if day[0] in ("day", "month", "season", "year") and day[1] is not None and day[-1] != "WI":  # a winter has two years
        return frozenset({"full"})
    return frozenset({"yearless"} if day[0] == "day" else {"monthly"} if day[0] == "month" else ())
