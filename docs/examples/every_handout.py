"""Makes a handout of each routine that a folder has, and cards of what can be done at a desk.

python every_handout.py [FOLDER] [OUTPUT]
"""

import sys
from pathlib import Path

from cardgen import (
    CardgenError,
    CardsRequest,
    HandoutRequest,
    build_cards,
    build_handout,
    read_library,
)


def main(folder: Path, output: Path) -> int:
    """Return how many files could not be made."""
    failed = 0
    library = read_library(folder)
    for id_, routine in library.routines.items():
        request = HandoutRequest(routine=id_, paper="a4")
        try:
            made = build_handout(request, output / f"{id_}.pdf", folder)
        except CardgenError as error:
            failed += 1
            for problem in error.problems:
                print(problem.file, problem.line, problem.field, problem.message, problem.remedy)
        else:
            print(routine.value.name, "→", made.path.name, "·", ", ".join(made.facts))

    standing = [
        id_ for id_, stretch in library.stretches.items() if stretch.value.position == "standing"
    ]
    cards = build_cards(
        CardsRequest(targets=tuple(standing), size="poker"), output / "standing-cards.pdf", folder
    )
    print(cards.path.name, "·", ", ".join(cards.facts))
    return failed


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in [*sys.argv[1:], ".", "out"][:2])))
