"""What an extra of cardgen needs, by the names that a registry has: cardgen itself is on none."""

import re
from importlib.metadata import PackageNotFoundError, requires

_NEEDED = re.compile(r"""([^;]+?)\s*;.*\bextra\s*==\s*['"]([^'"]+)['"]""")


def how_to_install(extra: str) -> str:
    """Return what to do to get an extra, such as "csl": a command that names its packages."""
    try:
        lines = requires("cardgen") or []
    except PackageNotFoundError:  # it runs from its files, and was not installed
        lines = []
    found = [m[1] for line in lines if (m := _NEEDED.fullmatch(line)) and m[2] == extra]
    if not found:
        return f"Install the extra `{extra}`: see docs/install.md"
    return f"Install it: pip install {' '.join(map(_quoted, found))}"


def _quoted(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    return requirement if name and name[0] == requirement else f'"{requirement}"'
