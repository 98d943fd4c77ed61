"""How much an SVG draws: files of a few lines can ask for more than any machine can do."""

from typing import Any

from cardgen.artwork.faults import BrokenPictureError

MAX_ELEMENTS = 100_000
"""So many shapes are drawn in less than a minute; a large map has about as many."""
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def check_size(root: Any) -> None:
    """Raise BrokenPictureError for an SVG that draws too much, what `use` repeats included."""
    by_id = {e.get("id"): e for e in root.iter() if isinstance(e.tag, str) and e.get("id")}
    counted: dict[str, int] = {}

    def used(name: str) -> int:
        if name not in counted:
            counted[name] = 0  # what repeats itself is not drawn
            counted[name] = drawn(by_id[name]) if name in by_id else 0
        return counted[name]

    def drawn(element: Any) -> int:
        found = 0
        for part in element.iter():
            found += 1
            if isinstance(part.tag, str) and part.tag.endswith("}use"):
                found += used(next((part.get(h, "") for h in _HREFS if part.get(h)), "")[1:])
            if found > MAX_ELEMENTS:
                raise BrokenPictureError(
                    f"it draws more than {MAX_ELEMENTS:,} shapes", "Simplify it, or save it as PNG"
                )
        return found

    drawn(root)
