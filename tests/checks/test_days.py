"""Days that a reckoning comes to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from claimlint.checks.operands import day
from claimlint.values.amounts import DAY, Unfit


@given(some.dates(), some.integers(0, 86_399))
def test_a_moment_lies_on_its_day(when: date, second: int) -> None:
    """Whatever the hour, the day is that of the calendar."""
    assert day(when.toordinal() * DAY + second) == when


@given(some.floats(max_value=0.0) | some.floats(min_value=1e15))
def test_a_moment_beyond_the_calendar_is_no_day(moment: float) -> None:
    """A rule that reckons with something else than days comes to moments of no year: they are told apart, not raised."""
    with pytest.raises(Unfit):
        day(moment)
