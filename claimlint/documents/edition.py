"""The times that formats write -> one form; and the noun of what a format says of an article's identity."""

import re
from datetime import UTC, datetime

from claimlint.nouns import frozen

_ISO = (  # compiled where a format tells a time
    r"(?i)(?P<day>\d{4}-\d{2}-\d{2}|\d{8})(?:[T ]?(?P<time>\d{2}:?\d{2}(?::?\d{2})?)(?:[.,]\d{1,9})?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)


@frozen
class Edition:
    """Which article it is, and which version of it.

    `id` is what its publisher calls it in every version, `address` its page. `published` and `modified` are ISO 8601, of a
    day or of a moment; what is not told is "".
    """

    id: str = ""
    version: str = ""
    published: str = ""
    modified: str = ""
    address: str = ""


UNTOLD = Edition()


def moment(written: str) -> str:
    """Gives a time as ISO 8601, its zone kept: ISO itself in any of its forms, or a mail's date (RFC 5322). "" for no time."""
    said = " ".join(written.split())
    found = re.match(_ISO, said)
    if found is None:
        return _mailed(said)
    day, time, zone = (found[name] or "" for name in ("day", "time", "zone"))
    digits = time.replace(":", "")
    day = day if "-" in day else f"{day[:4]}-{day[4:6]}-{day[6:]}"
    clock = f"T{digits[:2]}:{digits[2:4]}:{digits[4:] or '00'}" if digits else ""
    offset = "" if not clock or not zone else f"{zone[:3]}:{zone[-2:]}" if zone[0] in "+-" else "Z"
    whole = f"{day}{clock}{offset}"
    return whole if _parsed(whole) else ""


def instant(iso: str) -> datetime | None:
    """Gives a time that `moment` gave as a point in time; one without a zone counts as UTC. None for ""."""
    found = _parsed(iso)
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)


def day(iso: str) -> int | None:
    """Gives the day of a time that `moment` gave, as it was where it was written: an ordinal."""
    found = _parsed(iso)
    return found.toordinal() if found else None


def _mailed(said: str) -> str:
    """The time of a mail or a feed: "Fri, 01 Feb 2019 12:00:00 GMT"."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(said[:80]).isoformat().replace("+00:00", "Z") if said[:1].isalnum() else ""
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _parsed(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso) if iso else None
    except (ValueError, OverflowError):
        return None
