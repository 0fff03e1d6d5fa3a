"""What the parts of a compiled template are, and what its search goes by. `templates` tells of each kind of element."""

from typing import Any

Element = list[Any]

MODIFIERS, SHORT, STRETCH = 2, 3, 16  # how many words a gap may take in
NOUN = 3  # words that may stand between a number and the noun that it counts
DEPTHS = 10
MARKED = {"figure": 0, "date": 1, "name": 2, "place": 2, "people": 3}  # slots that are no words: their numbers among the sets
RESERVED = max(MARKED.values()) + 1  # bits, and numbers of sets, that stand for slots
PEOPLE = "«people»"  # stands for the name of a people: "Danes"
