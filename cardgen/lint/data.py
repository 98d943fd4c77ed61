"""The words and limits of the rules: data in cardgen/data/check/."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from cardgen.library.files import read_record
from cardgen.model.base import Model
from cardgen.model.source import SourceType
from cardgen.model.vocabulary import ConditionId, MoveKindId, PostureId
from cardgen.paths import DATA

M = TypeVar("M", bound=Model)


class Limits(Model):
    """The figures that the rules go by."""

    grade_to_do: int
    grade_to_know: int
    sentence_words: int
    steps: int
    step_words: int
    review_months: int
    posture_returns: int
    papers: tuple[str, ...]
    alt_words: int


class Languages(Model):
    """What translations are held to, by the id of the language."""

    inflesz: Mapping[str, int]
    """The least that a text reads at."""
    sentence: Mapping[str, int]
    """The most words of a sentence; of Chinese, its characters."""


class Words(Model):
    """A plain list of words."""

    words: tuple[str, ...]


class Jargon(Model):
    """Hard words, and the plain ones to say in their place."""

    plain: Mapping[str, str]


class Passive(Model):
    """What the passive voice is found by."""

    participles: tuple[str, ...]
    states: tuple[str, ...]


class UsualCaution(Model):
    """A caution that a kind of stretch usually has."""

    position: tuple[PostureId, ...] = ()
    kind: tuple[MoveKindId, ...] = ()
    targets: tuple[str, ...] = ()
    doing: tuple[str, ...] = ()
    condition: ConditionId
    words: tuple[str, ...]
    why: str


class Forbidden(Model):
    """What people with a condition are not to do: postures, and words of what is done or shown."""

    condition: tuple[ConditionId, ...]
    postures: tuple[PostureId, ...] = ()
    words: tuple[str, ...] = ()
    why: str


class Contradictions(Model):
    """All that conditions forbid."""

    forbidden: tuple[Forbidden, ...]


class Agreement(Model):
    """What words of a move are held to: its equipment, its pictures, its dose."""

    things: tuple[str, ...]
    without: tuple[str, ...]
    less: tuple[str, ...]
    switch: tuple[str, ...]
    understood: tuple[str, ...]
    held: tuple[str, ...]
    people: Mapping[ConditionId, tuple[str, ...]]


class Cautions(Model):
    """All usual cautions."""

    usual: tuple[UsualCaution, ...]


class Fields(Model):
    """What a record must have, by type of source."""

    types: Mapping[SourceType, tuple[str, ...]]


@lru_cache(maxsize=16)
def data(name: str, model: type[M]) -> M:
    """Return the data file of this name, without `.yaml`."""
    return read_record(DATA / "check" / f"{name}.yaml", model).value


def limits() -> Limits:
    """Return the figures that the rules go by."""
    found: Limits = data("limits", Limits)
    return found
