"""The words of the studio in a language: data/studio/LANGUAGE.yaml, as whole as the English one."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from string import Formatter

from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import ORIGINAL
from cardgen.library.data import load_locale
from cardgen.library.files import read_record
from cardgen.model.base import Model, Text
from cardgen.model.library import Record
from cardgen.model.locale import Plural
from cardgen.model.pair import Pair
from cardgen.model.plural import CATEGORIES
from cardgen.paths import DATA, data_ids
from cardgen.words import suggestion

_FOLDER = "studio"
_BOLD = "**"


class Words(Model):
    """What the studio says in a language."""

    counts: Mapping[str, Plural]
    """What is said beside a number, by the plural forms that the CLDR has for the language."""
    labels: Mapping[str, Text]
    """Patterns with the values in braces; what stands between two ** is bold."""
    texts: tuple[Pair, ...] = ()
    """Names in the library that no translation of a definition has: of papers, cards, themes."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the ids of the languages that the studio speaks."""
    return tuple(data_ids(_FOLDER))


@lru_cache(maxsize=8)
def load_words(language: str) -> Words:
    """Return the words of a language. Raises InvalidDataError with all that is missing in it."""
    record = read_record(DATA / _FOLDER / f"{language}.yaml", Words)
    if problems := tuple(faults(record)):
        raise InvalidDataError(problems)
    return record.value


def faults(record: Record[Words]) -> Iterator[Problem]:
    """Yield what words do not say that English says, and what they say otherwise."""
    words, language = record.value, record.id
    english = words if language == ORIGINAL else load_words(ORIGINAL)
    yield from _keys(record, "labels", words.labels, english.labels)
    yield from _keys(record, "counts", words.counts, english.counts)
    for key in words.labels.keys() & english.labels.keys():
        yield from _values(record, ("labels", key), words.labels[key], english.labels[key])
    wanted = _categories(load_locale(language).language)
    for key in words.counts.keys() & english.counts.keys():
        had = english.counts[key].other
        yield from _forms(record, key, words.counts[key], wanted, had)


def _keys(
    record: Record[Words], part: str, said: Mapping[str, object], english: Mapping[str, object]
) -> Iterator[Problem]:
    for key in english.keys() - said.keys():
        remedy = f"Add a line `{key}: …`, as {ORIGINAL}.yaml has it"
        yield record.origin(part).problem(f"there is no `{key}` in `{part}`", remedy)
    for key in said.keys() - english.keys():
        message = "the studio says no such text"
        yield record.origin(part, key).problem(message, suggestion(key, list(english)))


def _forms(
    record: Record[Words], key: str, plural: Plural, wanted: frozenset[str], english: str
) -> Iterator[Problem]:
    has = {name: form for name in CATEGORIES if (form := getattr(plural, name)) is not None}
    for name in sorted(wanted - has.keys()):
        message = f"the form `{name}` is missing, which the CLDR has for this language"
        yield record.origin("counts", key).problem(message, f"Add `{name}: …`")
    for name in sorted(has.keys() - wanted):
        message = f"the CLDR has no form `{name}` for this language"
        yield record.origin("counts", key, name).problem(message, "Take it out")
    for name, form in has.items():
        # A form may do without the number, as where one word says "two of them".
        had = english if name == "other" or "{n}" in form else english.replace("{n}", "")
        yield from _values(record, ("counts", key, name), form, had)


def _values(
    record: Record[Words], path: tuple[str, ...], said: str, english: str
) -> Iterator[Problem]:
    if lost := sorted(placeholders(english) ^ placeholders(said)):
        named = ", ".join(f"{{{name}}}" for name in lost)
        message = f"expected the same values in braces as in English, found a difference in {named}"
        yield record.origin(*path).problem(message, f"English says: {english}")
    if said.count(_BOLD) != english.count(_BOLD):
        message = "expected as many ** as in English"
        yield record.origin(*path).problem(message, f"English says: {english}")


def placeholders(pattern: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def _categories(tag: str) -> frozenset[str]:
    """Return the plural categories of a language."""
    if tag.startswith(ORIGINAL):
        return frozenset(("one", "other"))
    from babel import Locale  # noqa: PLC0415 - slow to load, and English has no need of it

    return frozenset((*Locale.parse(tag, sep="-").plural_form.tags, "other"))
