"""Figures are drawn once a process, movement by movement, and shared by the tests."""

from functools import cache
from pathlib import Path

import pytest

from cardgen.figure.bake import movements
from cardgen.figure.drawing import draw, figure
from cardgen.figure.read import poses_folder, read_pose

POSES = poses_folder()
MOVEMENTS = {movement[0].stem: movement for movement in movements(POSES)}


@cache
def drawn(name):
    """Return the figures and the SVGs of a movement, by the name of any of its frames."""
    paths = next(m for m in MOVEMENTS.values() if name in {path.stem for path in m})
    figures = [figure(read_pose(path)) for path in paths]
    return figures, draw(figures)


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a pose of a few lines and reads it."""

    def write(text, name="pose"):
        path = Path(tmp_path, f"{name}.yaml")
        path.write_text(f"title: A pose\ndescription: A person.\n{text}", encoding="utf-8")
        return read_pose(path)

    return write
