"""A time and the word before it -> the days that the two leave open."""

from claimlint.values.times.time import Time


def bounds(time: Time, relation: str) -> tuple[int | None, int | None]:
    """Gives the first and last day left open: "by 3 May" ends then, "since 3 May" begins then; None is no end.

    `relation` is that of the value; for one that opens nothing these are the days of the time itself.
    """
    if relation in ("by", "until"):
        return None, time.end
    if relation == "before":
        return None, None if time.start is None else time.start - 1
    if relation in ("since", "from"):
        return time.start, None
    if relation == "after":
        return None if time.end is None else time.end + 1, None
    return time.start, time.end
