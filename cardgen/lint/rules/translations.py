"""Translations: what has none, what has lost its original, what has lost a number.

A folder is asked for a language only where it has some translation into it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from cardgen.documents.spoken import in_language
from cardgen.errors import CardgenError, Problem
from cardgen.kinds import kind_in
from cardgen.library.files import shown_path
from cardgen.library.spoken import is_for, read_translation
from cardgen.lint.context import LintContext
from cardgen.model.library import Library, Record, TranslationFile
from cardgen.model.texts import texts
from cardgen.model.translation import Translation
from cardgen.typography.printable import refusal
from cardgen.words import shortened

_NUMBER = re.compile(r"\d+")


def missing(subject: LintContext) -> Iterator[Problem]:
    """Yield definitions some texts of which are not translated into a language of their folder."""
    library = subject.library
    files = {shown_path(one.path) for one in library.translations}
    here = {*library.problems}
    for language in sorted({one.language for one in library.translations if _is_own(one, library)}):
        found = {*in_language(library, language).problems} - here
        yield from (one for one in found if one.file in subject.files - files)


def stale(subject: LintContext) -> Iterator[Problem]:
    """Yield translations of what a definition does not say, or no longer says."""
    for file, record in judged(subject):
        value = definition_of(file, subject.library)
        kind = kind_in(file.folder).words
        if value is None:
            message = f"there is no {kind} '{file.id}' that it translates"
            yield record.origin().problem(message, "Name it as the file of the definition")
            continue
        written = list(texts(value))
        for i, pair in enumerate(record.value.texts):
            if not any(is_for(pair, one) for one in written):
                where = f" at `{pair.at}`" if pair.at else ""
                message = f"the {kind} '{file.id}' does not say '{shortened(pair.original)}'{where}"
                command = f"cardgen new translation {file.id} --language {file.language}"
                place = record.origin("texts", i, "original")
                yield place.problem(message, f"Look what it says now: {command}")


def numbers(subject: LintContext) -> Iterator[Problem]:
    """Yield translations that lack a number of the original: a dose, a telephone."""
    for _, record in judged(subject):
        for i, pair in enumerate(record.value.texts):
            if lost := _numbers(pair.original) - _numbers(pair.translation):
                place = record.origin("texts", i, "translation")
                told = ", ".join(lost)
                yield place.problem(f"the original says {told}, and this does not", "Correct it")


def _is_own(file: TranslationFile, library: Library) -> bool:
    return file.path.parent.parent == library.folder


def judged(subject: LintContext) -> Iterator[tuple[TranslationFile, Record[Translation]]]:
    """Yield the translations to judge; what cannot be read is told elsewhere."""
    for file in subject.library.translations:
        if shown_path(file.path) in subject.files:
            try:
                yield file, read_translation(file, refusal)
            except CardgenError:
                continue


def definition_of(file: TranslationFile, library: Library) -> Any:  # noqa: ANN401 - of any kind
    """Return what a translation translates; None where there is none, or it cannot be used."""
    found = library.of_kind(file.folder).get(file.id)
    return found.value if isinstance(found, Record) else found


def _numbers(text: str) -> Counter[str]:
    """Return the numbers in a text, in whichever digits."""
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return Counter(_NUMBER.findall(plain))
