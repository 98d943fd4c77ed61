"""A definition in another language: its texts as translations have them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from cardgen.errors import InvalidDataError
from cardgen.kinds import ORIGINAL
from cardgen.library.files import read_record
from cardgen.model.base import Model, Refusal
from cardgen.model.library import Place, Record, Spoken, TranslationFile
from cardgen.model.origin import FieldPath, Origin
from cardgen.model.pair import Pair
from cardgen.model.texts import Written, reworded
from cardgen.model.translation import Translation

M = TypeVar("M", bound=Model)
MARK = f"[{ORIGINAL}] "
"""What stands before a text on a page in another language that nobody has translated."""


@lru_cache(maxsize=2048)
def read_translation(file: TranslationFile, refusal: Refusal | None) -> Record[Translation]:
    """Return what a translation says; `refusal` tells what of it cannot be printed.

    Raises InvalidDataError with every problem in it.
    """
    record = read_record(file.path, Translation, refusal)
    if record.value.language != file.language:
        message = f"expected `{file.language}`, as in the name of the file"
        problem = record.origin("language").problem(message, "Correct it, or rename the file")
        raise InvalidDataError([problem])
    return record


def at(path: FieldPath) -> str:
    """Return the path of a field as `at` in a translation names it: `steps.0`."""
    return ".".join(map(str, path))


def is_for(pair: Pair, written: Written) -> bool:
    """Tell whether a pair of a translation translates a text."""
    return pair.original == written.words and pair.at in (None, at(written.path))


@dataclass(slots=True)
class Speaker:
    """Says the texts of one definition in another language, and keeps what it found of each."""

    sources: Sequence[Record[Translation]]
    """The translations, those first that outrank others."""
    common: Mapping[str, str]
    """What else is known, by the original."""
    mixed: bool
    """Whether a text that has no translation is marked."""
    places: dict[FieldPath, Origin] = field(default_factory=dict)
    missing: list[FieldPath] = field(default_factory=list)
    used: dict[int, None] = field(default_factory=dict)
    """The places of the sources that gave words."""
    _known: dict[tuple[str, str | None], tuple[str, int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self._known = {
            (pair.original, pair.at): (pair.translation, n, i)
            for n, record in reversed([*enumerate(self.sources)])
            for i, pair in enumerate(record.value.texts)
        }

    def say(self, written: Written) -> str:
        """Return a text in the other language; as it was, where nothing is known."""
        words, path = written.words, written.path
        found = self._known.get((words, at(path))) or self._known.get((words, None))
        if found:
            said, n, i = found
            self._place(path, self.sources[n].origin("texts", i, "translation"))
            self.used[n] = None
        elif words in self.common:
            said = self.common[words]
        elif not written.on_pages:
            return words
        else:
            self.missing.append(path)
            said = f"{MARK}{words}" if self.mixed else words
        return said

    def _place(self, path: FieldPath, origin: Origin) -> None:
        """Note where a text stands, and that its parents begin there."""
        for length in range(1, len(path)):
            self.places.setdefault(path[:length], origin)
        self.places[path] = origin


def spoken(record: Record[M], language: str, speaker: Speaker) -> Record[M]:
    """Return a definition in the words of a speaker."""
    value = reworded(record.value, speaker.say)
    places: dict[FieldPath, Place | Origin] = {**record.places, **speaker.places}
    for path in speaker.missing:
        places[path] = record.origin(*path)._replace(language=ORIGINAL)
    used = tuple(speaker.sources[n] for n in speaker.used)
    return replace(
        record,
        value=value,
        places=places,
        spoken=Spoken(language, record, used, tuple(speaker.missing)),
    )
