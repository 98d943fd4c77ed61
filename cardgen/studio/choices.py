"""What there is to choose from on the screens: the values of fields with what they are called."""

from collections.abc import Mapping

from cardgen.documents.countries import ANYWHERE
from cardgen.library.data import load_locale
from cardgen.paths import data_ids
from cardgen.studio.desk import PAPER, SHEET, SIZE
from cardgen.studio.tongue import Tongue

_PAPERS = ("a4", "letter", "a5", "legal")
"""The papers that a clinic's printer takes."""
_POSTERS = ("a3", "a2", "tabloid", "a4", "letter")
_WEEKS = (1, 2, 3, 4)


def choices_of(tongue: Tongue) -> Mapping[str, Mapping[str, str]]:
    """Return by field the values that it may have, with what they are called."""
    library = tongue.library
    papers = {id_: tongue.named(one.value.name) for id_, one in library.papers.items()}
    sizes = {id_: tongue.named(one.value.name) for id_, one in library.sizes.items()}
    sheets = {f"{SHEET}{id_}": tongue.named(r.value.name) for id_, r in library.sheets.items()}
    countries = {id_: one.name for id_, one in library.countries.items() if id_ != ANYWHERE}
    return {
        "paper": {id_: papers[id_] for id_ in _PAPERS if id_ in papers},
        PAPER: {id_: papers[id_] for id_ in _POSTERS if id_ in papers},
        SIZE: {**sizes, **sheets},
        "theme": {id_: tongue.named(one.value.name) for id_, one in library.themes.items()},
        "language": {id_: load_locale(id_).name for id_ in data_ids("locales")},
        "country": by_name(countries),
        "log_days": {"no": tongue.say("none")}
        | {f"{n}w": tongue.count("weeks", n) for n in _WEEKS},
    }


def by_name(named: Mapping[str, str]) -> dict[str, str]:
    """Return values in the order of what they are called."""
    return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))
