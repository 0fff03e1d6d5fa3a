"""Nouns are compared and hashed by their fields, shown with them, and never changed."""

from functools import cached_property

import pytest

from claimlint.nouns import Derived, FrozenError, define, evolve, field, fields, frozen


@frozen
class Place:
    """A noun."""

    name: str
    size: int = 5
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
    words: dict[str, int] = field(factory=dict, eq=False)

    @cached_property
    def twice(self) -> str:
        """The name, said again."""
        return self.name * 2


@frozen
class Sum:
    """A noun some fields of which follow from others."""

    parts: tuple[int, ...] = field(default=(), convert=tuple)
    most: int = field(default=Derived(lambda self: max(self.parts, default=0)))
    total: int = field(init=False, default=Derived(lambda self: sum(self.parts)))


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
    with pytest.raises(FrozenError):
        place.name = "b"  # type: ignore[misc]
    assert evolve(place, name="b", size=1) == Place("b", 1)


def test_a_draft_changes_and_has_no_hash() -> None:
    """What changes cannot be looked up by what it was."""
    draft = Draft("a")
    draft.name = "b"
    assert draft == Draft("b")
    with pytest.raises(TypeError):
        hash(draft)


@pytest.mark.parametrize("made", [Place("a", 6, "x"), Place("a", 6, text="x"), Place(text="x", size=6, name="a")])
def test_fields_are_told_in_their_order_or_by_name(made: Place) -> None:
    """As the arguments of a function are."""
    assert (made.name, made.size, made.text) == ("a", 6, "x")
    assert [each.name for each in fields(Place)] == [each.name for each in fields(made)] == ["name", "size", "text"]


@pytest.mark.parametrize("make", [Place, Known])
@pytest.mark.parametrize(("given", "named"), [((), {}), (("a",) * 4, {}), (("a",), {"name": "b"}), (("a",), {"width": 1})])
def test_what_is_no_field_and_what_is_needed_is_told(make: type, given: tuple[str, ...], named: dict[str, object]) -> None:
    """Too little, too much, twice, by a wrong name."""
    with pytest.raises(TypeError, match=make.__name__):
        make(*given, **named)


def test_a_default_may_be_made_or_follow_from_other_fields() -> None:
    """What a factory makes is each noun's own; what follows is reckoned when the others are known, and again for another."""
    assert Known("a").words is not Known("a").words
    assert (Known("a").twice, Known("a", {"b": 1})) == ("aa", Known("a"))
    told = Sum([1, 3])  # type: ignore[arg-type]
    assert (told.parts, told.most, told.total) == ((1, 3), 3, 4)
    assert evolve(told, parts=(5,)) == Sum((5,), 3)
    assert evolve(told, parts=(5,)).total == 5
    with pytest.raises(TypeError):
        Sum((1,), total=2)  # type: ignore[call-arg]
