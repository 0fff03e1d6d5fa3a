"""A word -> its forms, and its stem."""

from typing import Any

_VOWELS = "aeiou"


def verb_forms(base: str, irregular: Any = ()) -> set[str]:
    """The forms of a verb: "stop", "stops", "stopped", "stopping". Both spellings where English has two."""
    forms = {base, _with_s(base), *irregular}
    for stem_ in {base, *([base + base[-1]] if _doubles(base) else [])}:
        forms |= {_with_ed(stem_), _with_ing(stem_)}
    return forms


def joined(word: str) -> str:
    """A compound as one word: "cease-fire" and "ceasefire" are the same."""
    return word.replace("-", "") or word


def noun_forms(base: str, irregular: Any = ()) -> set[str]:
    """The forms of a noun."""
    return {base, *irregular} if irregular else {base, _with_s(base)}


def stem(word: str) -> str:
    """A word without its commonest endings: enough to find "elevators" and "elevator" to be one."""
    for ending, least, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: len(word) - len(ending)] + instead
            break
    return word


_ENDINGS = (
    ("ies", 3, "y"), ("sses", 2, "ss"), ("ches", 2, "ch"), ("shes", 2, "sh"), ("xes", 2, "x"), ("ss", 2, "ss"), ("us", 3, "us"),
    ("is", 3, "is"), ("s", 3, ""), ("ied", 3, "y"), ("ing", 4, ""), ("ed", 4, ""), ("ly", 4, ""),
)  # fmt: skip


def _with_s(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) and base != "photo" else "s")


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def _doubles(base: str) -> bool:
    return len(base) > 2 and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
