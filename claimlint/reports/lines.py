"""Mentions -> JSON lines, by the ten thousand: what a value says is written once, however often it is told."""

from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from claimlint.documents.document import Document
from claimlint.reading.changes import Change
from claimlint.reading.mention import Mention
from claimlint.reports import records
from claimlint.values.times import Time
from claimlint.values.units import Units
from claimlint.values.value import Value

_MOST = 50_000  # values remembered


class _Said(NamedTuple):
    """The fields of a value in JSON, and its date. The value is held so that no other has its identity."""

    value: Value
    fields: str
    date: str


class Lines:
    """Writes the lines of mentions: byte for byte what `records.dump` gives of `records.mention`."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._said: dict[int, _Said] = {}

    def line(self, path: str, article: Document, found: Mention) -> str:
        """Gives the line of a mention of an article; `path` is the article's path as `json_text` writes it."""
        said = self._said.get(id(found.value)) or self._written(found.value)
        date = said.date if found.time is None else _days(found.time)
        quote = encode_basestring(article.text[found.start : found.end])
        start, end = article.spot(found.start, found.end)
        change = "null" if found.change is None else _change(found.change)
        spot = f'"path": {path}, "start": {start}, "end": {end}, "text": {quote}'
        line = f'{{{spot}, {said.fields}, "date": {date}, "change": {change}}}'
        return line if line.isascii() else line.encode("utf-8", "surrogatepass").decode("utf-8", "replace")

    def _written(self, value: Value) -> _Said:
        if len(self._said) >= _MOST:
            self._said.clear()
        record = records.value(value, None, self._units)
        date = _item(record.pop("date"))
        fields = _FIELDS % tuple([_WRITERS[item.__class__](item) for item in record.values()])
        said = self._said[id(value)] = _Said(value, fields, date)
        return said


# The fields of a value in the order of its record.
_FIELDS = ", ".join(f'"{field}": %s' for field in records.VALUE_FIELDS if field != "date")


@lru_cache(_MOST)
def _days(time: Time) -> str:
    return _item(records.days(time))


@lru_cache
def _change(found: Change) -> str:
    return _item(found._asdict())


def json_text(text: str) -> str:
    """Gives a text as JSON writes it."""
    return encode_basestring(text)


def _item(item: Any) -> str:
    return _WRITERS[item.__class__](item)


_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda item: "true" if item else "false",
    int: int.__repr__,
    float: float.__repr__,
    str: encode_basestring,
    list: lambda item: f"[{', '.join(map(_item, item))}]",
    dict: lambda item: f"{{{', '.join([f'{encode_basestring(key)}: {_item(held)}' for key, held in item.items()])}}}",
}
