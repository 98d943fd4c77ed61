"""Reads pose files; a pose extends another, key by key."""

from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.figure.pose import Pose
from cardgen.library.files import read_bytes, shown_path
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import Tree, parse
from cardgen.paths import built_in
from cardgen.words import suggestion

# What a frame says for itself.
_OWN = {"from", "movement", "title", "description"}
_LIMBS = {"legs": ("left-leg", "right-leg"), "arms": ("left-arm", "right-arm")}


@dataclass(frozen=True, slots=True)
class PoseFile:
    """A pose, the file it stands in, and the pose it extends."""

    path: Path
    pose: Pose
    tree: Tree
    parent: "PoseFile | None" = None

    @property
    def id(self) -> str:
        """Return the pose's id: its file's name."""
        return self.path.stem

    def problem(self, field: str, message: str, remedy: str = "") -> Problem:
        """Return a Problem at one of the pose's keys, or at that of both limbs for one of them."""
        both = f"{field.partition('-')[2]}s"
        key = both if (field,) not in self.tree.values and (both,) in self.tree.values else field
        return self.tree.problem((key,), message, remedy)


def poses_folder() -> Path:
    """Return the folder of the built-in poses."""
    return built_in() / "images" / "poses"


def read_pose(path: Path, _below: tuple[str, ...] = ()) -> PoseFile:
    """Return the pose in `path`. Raises InvalidDataError with every problem in it."""
    tree = parse(shown_path(path), read_bytes(path))
    base = tree.data.get("from")
    if not isinstance(base, str):
        return PoseFile(path, checked(tree, Pose), tree)
    below = (*_below, path.stem)
    if base in below:
        raise InvalidDataError(
            [tree.problem(("from",), f"'{base}' extends this pose in turn", "Break the circle")]
        )
    parent = read_pose(_find(tree, base, path.parent), below)
    merged = replace(tree, data=_extended(parent.tree.data, tree.data))
    return PoseFile(path, checked(merged, Pose), merged, parent)


def _find(tree: Tree, base: str, folder: Path) -> Path:
    """Return the file of a pose to extend: beside this one, or among the built-in ones."""
    for place in (folder, poses_folder()):
        if (found := place / f"{base}.yaml").is_file():
            return found
    known = [path.stem for path in (*folder.glob("*.yaml"), *poses_folder().glob("*.yaml"))]
    message = f"there is no pose '{base}'"
    raise InvalidDataError([tree.problem(("from",), message, suggestion(base, known))])


def _extended(base: dict[str, object], own: dict[str, object]) -> dict[str, object]:
    """Return `base` with each key of `own` in its place; both legs take the place of each one."""
    kept = {key: value for key, value in base.items() if key not in _OWN}
    for both, single in _LIMBS.items():
        if both in own:
            kept = {key: value for key, value in kept.items() if key not in single}
    return {**kept, **own}


def frames(file: PoseFile) -> list[PoseFile]:
    """Return all frames of the movement that a pose belongs to, this pose among them, by name."""
    if file.pose.movement is None:
        return [file]
    around = sorted(file.path.parent.glob(f"{file.pose.movement}*.yaml"))
    others = [read_pose(path) for path in around if path != file.path]
    same = [other for other in others if other.pose.movement == file.pose.movement]
    return sorted([file, *same], key=lambda f: f.id)
