"""Rosters for tests."""

import csv
import datetime
import io

NAMES = (
    "Maria Álvarez",
    "Jo Lee",
    "Zebulon Quixley-Ødegård",
    "Łukasz Żółć",
    "Pat O'Brien (\\)",
    "Annabella Maximiliana Featherstonehaugh-Cholmondeley de la Tour",
)
ROUTINES = ("gym-bag", "post-run")


def row(i):
    """The row of person `i`: others have another name, date, dose, note or selection."""
    day = datetime.date(2026, 1, 1) + datetime.timedelta(days=i)
    return {
        "recipient": f"{NAMES[i % len(NAMES)]} {i}",
        "routine": ROUTINES[i % len(ROUTINES)] if i % 4 == 0 else "gym-bag",
        "date": str(day) if i % 5 else "",
        "figure-four.dose.hold": str(5 + i % 90) if i % 3 else "",
        "cat-cow.dose.reps": str(1 + i % 30) if i % 7 == 0 else "",
        "note": "Go slowly. " * (i % 4) if i % 6 == 0 else "",
        "next": f"in {i} days" if i % 4 == 1 else "",
    }


def roster(rows):
    """A CSV roster of these rows."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def options(cells):
    """The same as the options of `cardgen handout`."""
    names = {"recipient": "--for", "date": "--date", "note": "--note", "next": "--next"}
    found = [cells["routine"]]
    for name, cell in cells.items():
        if cell and name in names:
            found += [names[name], cell]
        elif cell and ".dose." in name:
            found += ["--set", f"{name}={cell}"]
    return found
