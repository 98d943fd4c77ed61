"""Where the built-in library, the data and the user's own definitions are."""

import re
from pathlib import Path

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"
SETTINGS = "cardgen.yaml"
"""The file in which a person settles what holds for a folder."""
PREFIX = "CARDGEN_"
"""What variables of the environment begin with that are cardgen's: CARDGEN_PAPER is a setting."""
CACHE_VARIABLE = f"{PREFIX}CACHE"
"""The one of them that is no setting: where to keep things, or that nothing is to be kept."""


_TRANSLATION = re.compile(r"([A-Za-z0-9_-]+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.yaml")


def translation_name(name: str) -> tuple[str, str] | None:
    """Return the id and the language in the name of a translation, such as "cat-cow.es.yaml"."""
    found = _TRANSLATION.fullmatch(name)
    return (found[1], found[2]) if found else None


def built_in() -> Path:
    """Return the folder of the built-in stretches/, routines/ …: in a wheel, or in a checkout."""
    packaged = DATA / "library"
    return packaged if packaged.is_dir() else PACKAGE.parent


def roots(folder: Path) -> tuple[Path, ...]:
    """Return the folders that hold definitions; the first that has an id wins.

    They are the user's own `folder`, the built-in library, and cardgen's data.
    """
    return tuple(dict.fromkeys((folder.resolve(), *stock())))


def stock() -> tuple[Path, ...]:
    """Return the folders of the definitions that ship with cardgen."""
    return built_in().resolve(), DATA.resolve()


def stock_file(place: str) -> Path | None:
    """Return the built-in file at a place such as "stretches/cat-cow.yaml", if there is one."""
    return next((root / place for root in stock() if (root / place).is_file()), None)


def data_ids(kind: str) -> list[str]:
    """Return the ids of the data files of a kind ("sizes", "papers", "themes", "locales")."""
    return sorted(path.stem for path in (DATA / kind).glob("*.yaml"))


def definition_ids(kind: str, folder: Path) -> list[str]:
    """Return the ids of all definitions of a kind ("stretches"), by their files' names."""
    found = {path.stem for root in roots(folder) for path in (root / kind).glob("*.yaml")}
    # A hidden file begins with a dot, and a translation has one within: cat-cow.es.
    return sorted(id_ for id_ in found if "." not in id_)
