"""Article -> the manner of each of its sentences: that of a treaty, that of news of one, or none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claimlint.claims.clauses.frame import Frame, frame, is_forbidden, is_told, promises
from claimlint.claims.clauses.noun_phrases import is_one_of, matters
from claimlint.claims.clauses.words import Words
from claimlint.claims.items import Item
from claimlint.claims.parse import Article, Sentence

LAW, NEWS = "law", "news"
_TIMES = ("date", "duration")
_TREATY = "treaty"
_LAW = 0.25  # of the sentences of a legal text oblige somebody
_BEFORE = 100  # tokens before a sentence in which the treaty is named that it goes on about
_BESIDE = 8  # words between an agreement and the countries that make it
_NEAR = 5  # words of "according to the latest peace accord"


def manners(article: Article, words: Words) -> Iterator[str]:
    """Gives LAW for the sentences that bind, NEWS for those of news that speak of a treaty, "" for all others."""
    said = [frozenset(item.lower for item in sentence.items if item.mention is None) for sentence in article.sentences]
    told = any(not words.news.isdisjoint(each) for each in said)
    law = [_is_legal(sentence, each, words, told=told) for sentence, each in zip(article.sentences, said, strict=True)]
    binding = 0 if told else sum(not words.binding.isdisjoint(each) for each in said)
    legal = max(sum(law), binding) >= max(1, len(said) * _LAW)
    tokens = [token.strip().lower() for each in article.paragraphs for token in each.tokens]
    obliging = sum(token in words.obliging for token in tokens)
    legal = legal or (not told and obliging >= max(1, tokens.count(".") * _LAW))
    places = [each.block.start + offset for each in article.paragraphs for offset in each.offsets[: len(each.tokens)]]
    for sentence, each, own in zip(article.sentences, said, law, strict=True):
        at = bisect_left(places, sentence.span[0] - 1)
        before = tokens[max(0, at - _BEFORE) : at]
        yield LAW if legal or own else NEWS if _speaks(sentence, each, before, words) else ""


def governs(items: Sequence[Item], at: int, words: Words, *, told: bool) -> bool:
    """Whether news tells of a value as of what a treaty binds to: "must", "the pact limits", "under the deal they will".

    What templates that tell of treaties match has its own verb.
    """
    around = frame(items, at, words)
    verb = around.verb
    if any(is_one_of(item, words.hoping) for item in items[around.low : around.lead]):
        return False
    if told or verb is None:
        return told
    if around.kind == "relative" and not is_forbidden(items, around, words):
        return False
    mention = items[at].mention
    if around.ahead and around.lead > around.low + 1 and mention is not None and mention.value.kind not in _TIMES:
        return False  # "faced with stocks of over two million tonnes, farmers must"
    word = items[verb].lower
    if word not in words.verbs:
        return not around.ahead or promises(items, verb, words)  # what the treaty does, or somebody has to
    if promises(items, verb + 1, words):
        return True  # "will have to"
    doing = next((item.lower for item in items[verb + 1 : around.high] if matters(item)), "")
    if word in words.binding:
        return word not in words.permitting or (doing not in words.dealing and _is_treated(items, around, words))
    return doing not in words.dealing and _by_treaty(items, around, words)


def _is_treated(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether "may" allows something to a party, or in a sentence that names the treaty; else it is a guess."""
    if around.subject is not None and any(item.lower in words.parties | words.agents for item in items[slice(*around.subject)]):
        return True
    return any(is_one_of(item, words.instruments | words.agreements | words.decided) for item in items)


def _by_treaty(items: Sequence[Item], around: Frame, words: Words) -> bool:
    """Whether a treaty is what does it, or that under which it is done."""
    subject = around.subject
    treaties = words.instruments | words.agreements
    if subject is not None and any(is_one_of(item, treaties | words.itself) for item in items[slice(*subject)]):
        return True
    return any(
        is_one_of(items[i], words.under) and any(item.lower in treaties for item in items[i + 1 : i + 1 + _NEAR])
        for i in range(len(items))
    )


def _is_legal(sentence: Sentence, said: frozenset[str], words: Words, *, told: bool) -> bool:
    """Whether a sentence obliges somebody, or is an item of a list in a text that tells no news."""
    if said & words.obliging or (not told and said & words.formal):
        return True
    if said & words.verbs and any(map(words.signs, sentence.names)):
        return True
    if any(_is_own(sentence.items, i, words) for i in range(1, len(sentence.items))):
        return True
    if told:
        return False
    text = sentence.document.text[sentence.block.start : sentence.block.end].strip()
    return text[:1].islower() or text.endswith(tuple(words.unended))


def _is_own(items: Sequence[Item], i: int, words: Words) -> bool:
    """Whether a text speaks of itself: "this Treaty", "the present Convention"."""
    return (
        items[i].name is not None and items[i].lower in words.instruments | words.agreements and items[i - 1].lower in words.these
    )


def _told_before(before: Sequence[str], words: Words) -> bool:
    """Whether a treaty is named in some words, or an agreement of countries."""
    if not words.treaties.isdisjoint(before):
        return True
    if not words.private.isdisjoint(before):
        return False
    names = words.agreements | words.instruments
    return any(
        before[i] in names and not words.peoples.isdisjoint(before[max(0, i - _BESIDE) : i + _BESIDE]) for i in range(len(before))
    )


def _speaks(sentence: Sentence, said: frozenset[str], before: Sequence[str], words: Words) -> bool:
    """Whether a sentence of news speaks of a treaty: by name, as "the accord", as an agreement of countries, or as before."""
    kinds = {name.kind for name in sentence.names}
    if _TREATY in kinds or _TREATY in sentence.focus or said & words.treaties:
        return True
    if said & words.private:
        return False
    if said & words.instruments:
        return True
    public = not (kinds.isdisjoint(words.nations) and said.isdisjoint(words.peoples))
    if public and said & words.agreements:
        return True
    if not (_told_before(before, words) or (public and said & words.decided)):
        return False
    bound = words.binding | words.owning | words.limiting
    return not said.isdisjoint(bound) or any(is_told(sentence.items, i, words) for i in range(len(sentence.items)))
