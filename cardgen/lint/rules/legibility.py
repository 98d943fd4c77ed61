"""How hard translations are to read, each by what its language is measured by."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Languages, data
from cardgen.lint.legibility import inflesz, length, sentences
from cardgen.lint.rules.translations import definition_of, judged
from cardgen.model.library import Library, Record, TranslationFile
from cardgen.model.origin import Origin
from cardgen.model.texts import texts
from cardgen.model.translation import Translation

_BEGINNING = 12
"""So many characters of a sentence are enough to find it by."""


def hard_translation(subject: LintContext) -> Iterator[Problem]:
    """Yield each translation that reads as harder than what people of little schooling read.

    All of its texts are read together: one sentence is too short to be measured.
    """
    for file, record in judged(subject):
        least = data("languages", Languages).inflesz.get(file.language)
        said = list(_read(file, record, subject.library))
        if least is None or not said:
            continue
        found = inflesz(". ".join(words.rstrip(".") for words, _ in said))
        if found < least:
            _, hardest = min(said, key=lambda one: inflesz(one[0]))
            yield hardest.problem(
                f"the texts of this file read at {found:.0f} of INFLESZ, and {least} is easy",
                "Use shorter sentences and shorter words; this text is the hardest",
            )


def long_translation(subject: LintContext) -> Iterator[Problem]:
    """Yield each sentence of a translation that is longer than a person can hold."""
    for file, record in judged(subject):
        most = data("languages", Languages).sentence.get(file.language)
        for words, place in _read(file, record, subject.library) if most else ():
            for sentence in sentences(words):
                if (count := length(sentence)) > most:
                    message = f"the sentence '{sentence[:_BEGINNING]}…' has a length of {count}"
                    yield place.problem(
                        f"{message}, and {most} is long", "Make two sentences of it"
                    )


def _read(
    file: TranslationFile, record: Record[Translation], library: Library
) -> Iterator[tuple[str, Origin]]:
    """Yield the texts that are read on a page, with their places: descriptions are not."""
    value = definition_of(file, library)
    written = () if value is None else texts(value)
    read = {one.words for one in written if one.on_pages and "alt" not in one.path}
    for i, pair in enumerate(record.value.texts):
        if pair.original in read:
            yield pair.translation, record.origin("texts", i, "translation")
