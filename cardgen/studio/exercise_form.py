"""A form over the file of a move: what a form says of it, and what the file says then."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cardgen.errors import Problem
from cardgen.model.picture import NAMED
from cardgen.model.stretch import Stretch

Data = Mapping[str, Any]
"""What the file of a move says, as plain data."""
TEXTS = ("name", "short_name", "start", "breathing", "frequency", "cue", "mistake", "easier",
         "harder", "video")  # fmt: skip
LISTS = ("other_names", "steps", "short_steps", "targets", "equipment")
"""Fields with a line for each of their texts."""
PICKS = ("kind", "position", "side")
NUMBERS = ("sets", "reps", "hold", "rep_seconds", "rest", "times_a_day")
DOSE = (*NUMBERS, "unit", "load", "note")
PICTURE = ("caption", "alt", "moment", "side", "credit")
MOST_PICTURES, MORE_CAUTIONS = 4, 3
EVERYONE = "everyone"
"""What stands for a condition where a caution is for everyone."""
_FIELD = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?.*")
_ROWS = {"illustrations": "picture", "cautions": "caution", "claims": "claim"}
_IS_NUMBER = re.compile(r"\d{1,4}(\.\d{1,2})?")


def typed_of(data: Data) -> dict[str, str]:
    """Return the fields of a form as the file has them."""
    found = {name: str(data.get(name) or "") for name in (*TEXTS, *PICKS)}
    found |= {name: "\n".join(map(str, data.get(name) or ())) for name in LISTS}
    dose = data.get("dose") or {}
    found |= {f"dose.{name}": _amount(dose.get(name)) for name in DOSE}
    found["dose.each_side"] = "on" if dose.get("each_side") else ""
    for i, row in enumerate(data.get("illustrations") or (), 1):
        found |= {f"picture.{i}.{name}": str(row.get(name) or "") for name in ("file", *PICTURE)}
    for i, row in enumerate(data.get("cautions") or (), 1):
        found[f"caution.{i}.advice"] = str(row.get("advice") or "")
    found["by"] = str((data.get("reviewed") or {}).get("by") or "")
    return found


def _amount(value: Any) -> str:  # noqa: ANN401 - what YAML has
    if isinstance(value, list):
        return "-".join(map(str, value))
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def changes_of(data: Data, typed: Mapping[str, str], today: datetime.date) -> dict[str, Any]:
    """Return the fields of the file that are another now, in order; None for one that goes."""
    made = dict(_fields(data, typed))
    changed = {name: value for name, value in made.items() if value != (data.get(name) or None)}
    by, reviewed = typed.get("by", "").strip(), data.get("reviewed") or {}
    if changed or by != (reviewed.get("by") or ""):
        # Who signed it off before has not seen these words.
        changed["reviewed"] = {"date": today, "by": by}
    return {name: changed[name] for name in Stretch.model_fields if name in changed}


def _fields(data: Data, typed: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for name in (*TEXTS, *PICKS):
        yield name, " ".join(typed.get(name, "").split()) or None
    for name in LISTS:
        yield (
            name,
            [" ".join(one.split()) for one in typed.get(name, "").split("\n") if one.strip()]
            or None,
        )
    yield "dose", _dose(data.get("dose") or {}, typed) or None
    yield "illustrations", [*_pictures(data, typed)] or None
    yield "cautions", [*_cautions(data, typed)] or None
    yield "claims", data.get("claims") or _claim(typed)


def _dose(dose: Data, typed: Mapping[str, str]) -> dict[str, Any]:
    made = {**dose}
    for name in DOSE:
        words = typed.get(f"dose.{name}", "").strip()
        if words != _amount(dose.get(name)):
            made[name] = (_number(words) if name in NUMBERS else words) if words else None
    sides = typed.get("dose.each_side") == "on"
    if sides != bool(dose.get("each_side")):
        made["each_side"] = sides or None
    return {name: value for name, value in made.items() if value is not None}


def _number(words: str) -> int | float | str:
    found = _IS_NUMBER.fullmatch(words)
    return words if not found else float(words) if found[1] else int(words)


def rows(typed: Mapping[str, str]) -> list[int]:
    """Return the numbers of the pictures that a form has, but for those that were taken out."""
    there = (i for i in range(1, MOST_PICTURES + 1) if typed.get(f"picture.{i}.file"))
    return [i for i in there if typed.get(f"picture.{i}.out") != "on"]


def _pictures(data: Data, typed: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    before = {str(i): one for i, one in enumerate(data.get("illustrations") or (), 1)}
    for i in rows(typed):
        file = typed[f"picture.{i}.file"]
        if not re.search(NAMED, file):
            continue
        old = before.get(str(i), {})
        said = {name: " ".join(typed.get(f"picture.{i}.{name}", "").split()) for name in PICTURE}
        kept = {
            name: words
            for name, words in said.items()
            if words or name in ("caption", "alt", "credit")
        }
        other = {name: value for name, value in old.items() if name not in PICTURE}
        yield {**other, "file": file, **kept}


def _cautions(data: Data, typed: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    before = data.get("cautions") or ()
    for i, old in enumerate(before, 1):
        yield {**old, "advice": " ".join(typed.get(f"caution.{i}.advice", "").split())}
    for i in range(len(before) + 1, len(before) + MORE_CAUTIONS + 1):
        said = {
            name: typed.get(f"caution.{i}.{name}", "").strip()
            for name in ("condition", "when", "effect", "advice")
        }
        if not said["advice"] and not said["when"]:
            continue
        who = (
            {"when": said["when"]}
            if said["condition"] in ("", EVERYONE)
            else {"condition": said["condition"]}
        )
        effect = {"effect": said["effect"]} if said["effect"] == "hide" else {}
        yield {**who, **effect, "advice": said["advice"]}


def _claim(typed: Mapping[str, str]) -> list[dict[str, Any]] | None:
    words, source = typed.get("claim.1.text", "").strip(), typed.get("claim.1.source", "")
    return [{"text": words, "sources": [source] if source else []}] if words or source else None


def field_of(problem: Problem, typed: Mapping[str, str]) -> str:
    """Return the field of the form that a problem with the file is about; "" for none."""
    found = _FIELD.fullmatch(problem.field)
    if not found:
        return ""
    name, number, inner = found[1], int(found[2] or 0), found[3] or ""
    if name == "reviewed":
        return "by"
    if name == "dose":
        return f"dose.{inner if inner in (*DOSE, 'each_side') else 'sets'}"
    if name not in _ROWS:
        return name if name in (*TEXTS, *PICKS, *LISTS) else ""
    return _in_row(_ROWS[name], number or 1, inner, rows(typed))


def _in_row(row: str, number: int, inner: str, shown: list[int]) -> str:
    if row == "picture":
        at = shown[number - 1] if number <= len(shown) else 1
        return f"picture.{at}.{inner if inner in PICTURE else 'file'}"
    usual: dict[str, Callable[[], str]] = {"caution": lambda: "advice", "claim": lambda: "text"}
    return f"{row}.{number}.{'source' if inner == 'sources' else usual[row]()}"
