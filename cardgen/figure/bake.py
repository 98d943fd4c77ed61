"""Draws every pose in images/poses into images/: `python -m cardgen.figure.bake [POSE...]`.

For maintainers, after a change to a pose or to the engine. Refuses poses with a problem.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cardgen.errors import CardgenError, InvalidDataError
from cardgen.figure.checks import problems
from cardgen.figure.drawing import draw, figure
from cardgen.figure.read import PoseFile, poses_folder, read_pose
from cardgen.library.compiled import FOLDER, file_of
from cardgen.library.drawings import compiled, is_exact
from cardgen.paths import DATA, built_in
from cardgen.write import write_whole

Movement = tuple[Path, ...]
"""The pose files that share one size."""


def movements(folder: Path) -> list[Movement]:
    """Return the pose files of `folder` by movement, in order; a pose without one stands alone."""
    found: dict[str, list[PoseFile]] = {}
    for path in sorted(folder.glob("*.yaml")):
        file = read_pose(path)
        found.setdefault(file.pose.movement or file.id, []).append(file)
    return [tuple(file.path for file in files) for files in found.values()]


def baked(movement: Movement) -> list[tuple[str, str]]:
    """Return the id and the SVG of each frame. Raises InvalidDataError with every problem."""
    figures = [figure(read_pose(path)) for path in movement]
    if found := [problem for f in figures for problem in problems(f)]:
        raise InvalidDataError(found)
    return [(f.file.id, svg) for f, svg in zip(figures, draw(figures), strict=True)]


def all_baked(chosen: Sequence[Movement]) -> Iterator[tuple[str, str]]:
    """Yield the id and the SVG of each frame of the chosen movements, in order."""
    with ProcessPoolExecutor() as workers:
        for frames in workers.map(baked, chosen):
            yield from frames


def drawings_to_know() -> list[Path]:
    """Return the drawings that ship with cardgen: they are not looked at each time they print."""
    images = sorted((built_in() / "images").glob("*.svg"))
    return [*images, DATA / "examples" / "picture.svg"]


def write_compiled() -> None:
    """Compile the drawings anew that print exactly as vectors, and remove what was compiled before.

    One that is compiled already has been looked at: its file is known by what it holds.
    """
    contents = {
        file_of(content): content for p in drawings_to_know() for content in [p.read_bytes()]
    }
    for file, content in contents.items():
        if file.is_file() or is_exact(content):
            write_whole(file, compiled(content).written().encode("ascii"))
    for file in FOLDER.glob("*.txt"):
        if file not in contents:
            file.unlink()


def main(names: Sequence[str]) -> int:
    """Bake the poses whose name starts with one of `names`, or all; return the exit code."""
    folder = poses_folder()
    try:
        chosen = [
            movement
            for movement in movements(folder)
            if not names or any(path.stem.startswith(tuple(names)) for path in movement)
        ]
        for id_, svg in all_baked(chosen):
            write_whole(folder.parent / f"{id_}.svg", svg.encode())
            print(f"images/{id_}.svg  {len(svg) / 1024:.1f} KB")  # noqa: T201 - its report
        write_compiled()
    except CardgenError as error:
        print(error, file=sys.stderr)  # noqa: T201 - its report
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
