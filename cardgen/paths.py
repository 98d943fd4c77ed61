"""Where the built-in library, the data and the user's own definitions are."""

from pathlib import Path

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"


def built_in() -> Path:
    """Return the folder of the built-in stretches/, routines/ …: in a wheel, or in a checkout."""
    packaged = PACKAGE / "library"
    return packaged if packaged.is_dir() else PACKAGE.parent


def roots(folder: Path) -> tuple[Path, ...]:
    """Return the folders to search, first found wins: the user's own `folder`, the built-in one."""
    return tuple(dict.fromkeys((folder.resolve(), built_in().resolve())))


def data_ids(kind: str) -> list[str]:
    """Return the ids of the data files of a kind ("sizes", "papers", "themes", "locales")."""
    return sorted(path.stem for path in (DATA / kind).glob("*.yaml"))


def definition_ids(kind: str, folder: Path) -> list[str]:
    """Return the ids of all definitions of a kind ("stretches"), by their files' names."""
    found = {path.stem for root in roots(folder) for path in (root / kind).glob("*.yaml")}
    return sorted(id_ for id_ in found if not id_.startswith("."))
