"""Reads rosters that spreadsheet programs have made, and tells which of them are not read right.

    python benchmarks/spreadsheets.py [FOLDER]

LibreOffice (`soffice`) writes in five locales, and CSV in twelve more; pandas,
openpyxl and xlsxwriter write their own. What is not installed is left out, and told.
"""

import datetime
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import openpyxl
import xlsxwriter

from cardgen.documents.request import Request
from cardgen.documents.rosters import open_people
from cardgen.documents.rows import RowReader
from cardgen.errors import CardgenError
from cardgen.files import open_library

LOCALES = ("en-US", "en-GB", "de-DE", "fr-FR", "sv-SE")
OTHERS = (
    *("cs-CZ", "da-DK", "es-ES", "fi-FI", "hu-HU", "it-IT"),
    *("nb-NO", "nl-NL", "pl-PL", "pt-PT", "ru-RU", "tr-TR"),
)
"""Locales of which CSV is looked at alone: how they write dates, truths and decimals."""
DAY, LATER, VISIT = (datetime.date(2026, *rest) for rest in ((11, 22), (12, 5), (12, 1)))
HEADINGS = ("recipient", "routine", "date", "next", "blank", "note", "cat-cow.dose.rep_seconds")
ROWS = (
    ("Jörg Müller", "post-run", DAY, VISIT, True, "Langsam, bitte", 2.5),
    ("Ann Lee", "gym-bag", LATER, None, False, "One\ntwo", 4.0),
)
_CSV = "csv:Text - txt - csv (StarCalc):{between},34,{encoding},1,,0,false,true,false"
_FORMS = {
    "csv": _CSV.format(between=44, encoding=76),
    "txt": _CSV.format(between=9, encoding=65535),
    "ods": "ods",
    "xlsx": "xlsx",
}
"""By what a file is called here, how LibreOffice is told to write it."""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""


def by_openpyxl(path: Path) -> None:
    """Write the rows, with dates in the format that follows a person's locale."""
    book = openpyxl.Workbook()
    for row in (HEADINGS, *ROWS):
        book.active.append(row)
    for cells in book.active.iter_rows(min_row=2, min_col=3, max_col=4):
        for cell in cells:
            cell.number_format = "mm-dd-yy"
    book.save(path)


def by_xlsxwriter(path: Path) -> None:
    """Write the rows, with dates in a German format."""
    with xlsxwriter.Workbook(path) as book:
        form = book.add_format({"num_format": "[$-407]d. mmmm yyyy"})
        sheet = book.add_worksheet()
        for y, row in enumerate((HEADINGS, *ROWS)):
            for x, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(y, x, value, form)
                else:
                    sheet.write(y, x, value)


def by_pandas(folder: Path) -> Iterator[Path]:
    """Write the rows in all ways that people do; yield the files."""
    import pandas as pd  # noqa: PLC0415 - it may be missing

    frame = pd.DataFrame(ROWS, columns=HEADINGS)
    times = frame.assign(date=pd.to_datetime(frame["date"]))
    for number, one in enumerate((frame, times)):
        plain, german = folder / f"pandas-{number}.csv", folder / f"pandas-{number}-german.csv"
        one.to_csv(plain, index=False)
        one.to_csv(german, index=False, sep=";", decimal=",", date_format="%d.%m.%Y")
        yield from (plain, german)
        for ending in ("xlsx", *(["ods"] if find_spec("odf") else [])):
            path = folder / f"pandas-{number}.{ending}"
            one.to_excel(path, index=False)
            yield path


def by_libreoffice(folder: Path, start: Path) -> Iterator[Path]:
    """Convert a file in each locale; yield the files."""
    for locale in (*LOCALES, *OTHERS):
        profile = folder / f"profile-{locale}"
        (profile / "user").mkdir(parents=True)
        settings = profile / "user" / "registrymodifications.xcu"
        settings.write_text(_PROFILE.format(locale), encoding="utf-8")
        forms = _FORMS if locale in LOCALES else {"csv": _FORMS["csv"]}
        for ending, form in forms.items():
            out = folder / f"{locale}-{ending}"
            where = f"-env:UserInstallation={profile.resolve().as_uri()}"
            command = ["soffice", where, "--headless", "--convert-to", form, "--outdir", out, start]
            subprocess.run(command, check=True, capture_output=True, timeout=300)
            (made,) = out.iterdir()
            yield made.rename(folder / f"libreoffice-{locale}.{ending}")


def made(folder: Path) -> Iterator[Path]:
    """Yield each file that a program has made."""
    start = folder / "openpyxl.xlsx"
    by_openpyxl(start)
    yield start
    by_xlsxwriter(folder / "xlsxwriter.xlsx")
    yield folder / "xlsxwriter.xlsx"
    if find_spec("pandas"):
        yield from by_pandas(folder)
    else:
        print("pandas is not installed: left out")
    if which("soffice"):
        yield from by_libreoffice(folder, start)
    else:
        print("soffice is not installed: left out")


def read(path: Path) -> list[Request]:
    """Return what the rows of a roster ask for. Raises CardgenError."""
    library = open_library(path.parent)
    roster = open_people(path, library)
    reader = RowReader(roster.columns, library)
    return [reader.read(row) for row in roster.rows()]


def main() -> None:
    """Read all files, and compare them with the first."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    wrong, expected = 0, None
    for path in made(folder):
        try:
            found = read(path)
        except CardgenError as error:
            found, said = [], str(error)
        else:
            expected = expected or found
            said = "read" if found == expected else f"read otherwise: {found}"
        wrong += found != expected
        print(f"{path.name:30} {said}")
    print(f"{wrong} wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
