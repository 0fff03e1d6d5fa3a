"""Nouns are what attrs makes: compared and hashed by their fields, shown with them, and never changed."""

import pytest
from attrs import evolve, field
from attrs.exceptions import FrozenInstanceError

from claimlint.nouns import define, frozen


@frozen
class Place:
    """A noun."""

    name: str
    _size: int = 5
    text: str = field(default="long", repr=False)


@frozen(eq=False)
class One:
    """A noun that is only like itself."""

    name: str


@define
class Draft:
    """What may still be changed."""

    name: str


@frozen(slots=False)
class Known:
    """A noun with room for what it remembers."""

    name: str


def test_nouns_with_the_same_fields_are_the_same() -> None:
    """By class and by every field; what is the same has one hash."""
    assert Place("a") == Place("a", 5)
    assert hash(Place("a")) == hash(Place("a", 5))
    assert len({Place("a"), Place("b"), Place("a", 6), Place("a", text="x"), Known("a"), Place("a")}) == 5
    assert Place("a") != Known("a") != "a"


def test_a_noun_may_be_like_itself_alone() -> None:
    """One thing is not the other, however alike."""
    one = One("a")
    assert one == one  # noqa: PLR0124
    assert one != One("a")
    assert len({one, One("a"), one}) == 2


def test_a_noun_is_shown_as_it_is_made() -> None:
    """With its fields but those that are too long to show."""
    assert repr(Place("a", 6)) == "Place(name='a', size=6)"
    assert repr([One("b"), Draft("c")]) == "[One(name='b'), Draft(name='c')]"


def test_a_noun_does_not_change() -> None:
    """Another one is made of it."""
    place = Place("a")
    with pytest.raises(FrozenInstanceError):
        place.name = "b"  # type: ignore[misc]
    assert evolve(place, name="b", size=1) == Place("b", 1)


def test_a_draft_changes_and_has_no_hash() -> None:
    """What changes cannot be looked up by what it was."""
    draft = Draft("a")
    draft.name = "b"
    assert draft == Draft("b")
    with pytest.raises(TypeError):
        hash(draft)
