"""What does not fit, and photos that are too coarse for the size at which they print."""

from collections.abc import Iterator

from cardgen.artwork.sharpness import SHARP
from cardgen.errors import Problem
from cardgen.lint.artworks import pixel_pictures
from cardgen.lint.context import LintContext


def fit(subject: LintContext) -> Iterator[Problem]:
    """Yield each size and paper that something does not fit, and by how much."""
    for proof in subject.proofs:
        if proof.misfit:
            yield from proof.problems


def resolution(subject: LintContext) -> Iterator[Problem]:
    """Yield each photo of a stretch that has too few dots an inch on the largest of its cards."""
    for stretch in subject.stretches:
        photos = [*pixel_pictures(stretch)]
        coarse: dict[int, tuple[float, str]] = {}
        for proof in subject.proofs:
            if proof.file == stretch.file and len(proof.sharpness) >= len(photos):
                for i, dots in zip(photos, proof.sharpness, strict=False):
                    coarse[i] = min(coarse.get(i, (dots, proof.product)), (dots, proof.product))
        for i, (dots, product) in coarse.items():
            if dots < SHARP:
                yield stretch.origin("illustrations", i, "file").problem(
                    f"it has {dots:.0f} dots an inch on {product}",
                    f"Use a larger picture: {SHARP} print sharp",
                )
