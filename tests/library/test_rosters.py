"""Rosters of every format, and what is wrong with a file as a file."""

import codecs
import datetime
import io
import tracemalloc
import zipfile

import openpyxl
import pytest
import xlsxwriter

from cardgen.errors import CardgenError
from cardgen.library.rosters import FORMATS, open_roster
from cardgen.library.rosters.inspection import MOST_CELLS
from cardgen.library.rosters.package import MOST_BYTES
from cardgen.model.roster_options import ReadingOptions

HEAD = ["recipient", "date", "blank", "hold"]
DAY = datetime.date(2026, 11, 22)
ODS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


@pytest.fixture
def opened(tmp_path):
    """Write a file and open it."""

    def open_file(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_roster(path, None, ReadingOptions(**options))

    return open_file


@pytest.fixture
def cells(opened):
    """Return the rows of a file as mappings."""
    return lambda *args, **options: [dict(row.cells) for row in opened(*args, **options).rows()]


@pytest.fixture
def said(opened):
    """Return what is wrong with a file, or with its rows."""

    def told(name, content, **options):
        try:
            rows = list(opened(name, content, **options).rows())
        except CardgenError as error:
            problems = error.problems
        else:
            problems = [problem for row in rows for problem in row.problems]
        return [str(problem).partition(name)[2] for problem in problems]

    return told


def by_openpyxl(*rows, sheets=("People",)):
    book = openpyxl.Workbook()
    book.active.title = sheets[0]
    for name in sheets[1:]:
        book.create_sheet(name).append(["recipient"])
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_xlsxwriter(*rows):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "[$-407]dd.mm.yyyy"})
        sheet = book.add_worksheet()
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(y, x, value, day)
                else:
                    sheet.write(y, x, value)
    return out.getvalue()


def ods(rows, table="S"):
    """Return a file as LibreOffice writes it: attributes tell the values of cells."""
    written = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    return package(
        f"<office:document-content {ODS}><office:body><office:spreadsheet>"
        f'<table:table table:name="{table}">{written}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def package(content, **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", parts.get("manifest", "<manifest/>"))
    return out.getvalue()


def cell(text="", attributes='office:value-type="string"'):
    inner = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def with_sheet(content, sheet):
    """Return a file of Excel's with another sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return out.getvalue()


ROW = ["Ann Lee", DAY, True, 20.0]
TYPED = [{"recipient": "Ann Lee", "date": "2026-11-22", "blank": "true", "hold": "20"}]


def test_values_of_spreadsheets_are_read_by_their_type(cells):
    assert cells("r.xlsx", by_openpyxl(HEAD, ROW)) == TYPED
    assert cells("r.xlsx", by_xlsxwriter(HEAD, ROW)) == TYPED
    found = cells(
        "r.ods",
        ods(
            [
                [cell(name) for name in HEAD],
                [
                    cell("Ann Lee"),
                    cell("22.11.26", 'office:value-type="date" office:date-value="2026-11-22"'),
                    cell("WAHR", 'office:value-type="boolean" office:boolean-value="true"'),
                    cell("20,00", 'office:value-type="float" office:value="20"'),
                ],
            ]
        ),
    )
    assert found == TYPED


def test_dates_with_a_time_and_numbers_with_decimals(cells):
    moment = datetime.datetime(2026, 11, 22, 10, 30)  # noqa: DTZ001 - as a spreadsheet has it
    half = datetime.time(10, 30)
    (found,) = cells("r.xlsx", by_openpyxl(list("abcd"), [moment, half, 0.1 + 0.2, 10**20]))
    assert found == {"a": "2026-11-22 10:30", "b": "10:30", "c": "0.3", "d": "1e+20"}


def test_which_sheet_is_read(opened):
    content = by_openpyxl(["note"], ["x"], sheets=("Notes", "Monday", "Tuesday"))
    first = opened("r.xlsx", content)
    assert first.columns.names == ("note",)
    (warning,) = first.warnings
    assert "'Notes' is read, the first of 3 sheets" in str(warning)
    assert opened("r.xlsx", content, sheet_name="monday").columns.names == ("recipient",)
    with pytest.raises(CardgenError, match=r"no sheet 'Munday'. Did you mean `Monday`\?"):
        opened("r.xlsx", content, sheet_name="Munday")
    with pytest.raises(CardgenError, match="only spreadsheet files have sheets"):
        opened("r.csv", "recipient\nAnn\n", sheet_name="Monday")


def test_a_hidden_sheet_is_not_the_first_and_hidden_rows_are_told_of(opened):
    book = openpyxl.Workbook()
    book.active.append(["wrong"])
    book.active.sheet_state = "hidden"
    sheet = book.create_sheet("Seen")
    for row in (["recipient"], ["Ann"], ["Bob"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    roster = opened("r.xlsx", saved(book))
    assert [row.cells["recipient"] for row in roster.rows()] == ["Ann", "Bob"]
    assert "1 row is hidden, and is read as well" in str(roster.warnings[0])


def test_what_a_reader_of_spreadsheets_would_pass_over_is_told_of(said):
    book = openpyxl.Workbook()
    for row in (["recipient", "note"], ["Ann", "=1+1"], ["Bob", "x"], ["", "y"]):
        book.active.append(row)
    book.active.merge_cells("A3:A4")
    formula, merged = said("r.xlsx", saved(book))
    assert formula.startswith(":2:2: note: the formula in this cell has no value yet. Open the")
    assert merged.startswith(":4:1: recipient: this cell is merged with one above it. Unmerge")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as other:
        sheet = other.add_worksheet()
        sheet.write_row(0, 0, ["recipient", "note"])
        sheet.write(1, 0, "Ann")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    (told,) = said("r.xlsx", out.getvalue())
    assert told.startswith(":2:2: note: the formula in this cell gives an error")
    (told,) = said("r.ods", ods([[cell("recipient")], [cell("", 'table:formula="of:=A9"')]]))
    assert told.startswith(":2:1: recipient: the formula in this cell has no value yet")
    (told,) = said("r.ods", ods([[cell("note")], [cell("a<text:tab/>b")]]))
    assert told.startswith(":2:1: note: this cell has a tab or a line break")


def test_an_error_in_an_ods_file_is_told_of(said):
    space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    error = f'{space} office:value-type="string" calcext:value-type="error"'
    (told,) = said("r.ods", ods([[cell("note")], [cell("#N/A", error)]]))
    assert told.startswith(":2:1: note: the formula in this cell gives an error")


FAR = "<row r='1'><c r='A1'><v>1</v></c></row><row r='{row}'><c r='{cell}'><v>1</v></c></row>"
SHEET = (
    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    "{}</sheetData></worksheet>"
)


def test_a_small_file_that_spans_or_unfolds_to_very_much_is_refused(said):
    good = by_openpyxl(HEAD, ROW)
    far = SHEET.format(FAR.format(row=1048576, cell="XFD1048576"))
    (told,) = said("r.xlsx", with_sheet(good, far))
    assert told.startswith(f":1048576:16384: the sheet spans over {MOST_CELLS:,} cells")
    (told,) = said("r.xlsx", with_sheet(good, SHEET.format(" " * (MOST_BYTES + 1))))
    assert told.startswith(": the file is too large to be read as a spreadsheet")
    (told,) = said("r.xlsx", with_sheet(good, "<!DOCTYPE a><a/>"))
    assert "declares a document type" in told
    wide = 'office:value-type="string" table:number-columns-repeated="1000000000"'
    assert said("r.ods", ods([[cell("x", wide)]]))[0].startswith(":1:1: the sheet spans over")
    many = "</sheetData><mergeCells>" + "<mergeCell ref='A1:XFD1048576'/>" * 3 + "</mergeCells>"
    near = FAR.format(row=400_000, cell="A400000")
    sheet = SHEET.format(near).replace("</sheetData>", many)
    assert said("r.xlsx", with_sheet(good, sheet))[0].startswith(":1:1: too many cells are merged")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("r.xlsx", b"recipient\nAnn\n", "this is no whole spreadsheet file"),
        ("r.xlsx", bytes.fromhex("d0cf11e0a1b11ae1"), "this file has a password, or is one of"),
        ("r.xlsx", by_openpyxl(HEAD, ROW)[:-900], "this is no whole spreadsheet file"),
        ("r.ods", package("<a>"), "content.xml"),
        ("r.ods", package("", manifest="<encryption-data/>"), "this file has a password"),
        ("r.xls", b"", "files that end in .xls are not read. Open it in the spreadsheet, and save"),
        ("r.xlsx", by_openpyxl(), "the roster is empty"),
    ],
)
def test_spreadsheets_that_cannot_be_read(said, name, content, told):
    (found,) = said(name, content)
    assert told in found


PLAIN = "recipient;routine\nJosé;gym-bag\n"
ALIKE = {
    "blank lines": "\n\r\n;;\n" + PLAIN,
    "sep": "sep=;\r\n" + PLAIN,
    "sep in quotes": '"sep=;"\n' + PLAIN,
    "mark and sep": "\ufeffsep=;\n" + PLAIN,
    "bars": PLAIN.replace(";", "|"),
    "tabs": PLAIN.replace(";", "\t"),
    "marks within": "\ufeff\ufeff" + PLAIN.replace("José", "\ufeffJosé"),
    "quoted behind a mark": '\ufeff"recipient";"routine"\nJosé;gym-bag\n',
    "columns without name": PLAIN.replace("routine", "routine;;;"),
    "old line ends": PLAIN.replace("\n", "\r"),
    "a name with commas": PLAIN.replace("recipient", '"recipient"'),
}


@pytest.mark.parametrize("content", ALIKE.values(), ids=ALIKE)
def test_text_tables_as_programs_write_them(cells, content):
    assert cells("r.csv", content) == [{"recipient": "José", "routine": "gym-bag"}]


ENCODED = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-8": codecs.BOM_UTF8,
}


@pytest.mark.parametrize(("encoding", "mark"), ENCODED.items())
@pytest.mark.parametrize("name", ["r.csv", "r.jsonl", "r.yaml"])
def test_every_encoding_that_says_what_it_is(opened, name, encoding, mark):
    text = {
        "r.csv": "recipient\tnote\nJosé\tx\n",
        "r.jsonl": '{"recipient": "José", "note": "x"}\n',
        "r.yaml": "- recipient: José\n  note: x\n",
    }[name]
    roster = opened(name, mark + text.encode(encoding))
    assert [dict(row.cells) for row in roster.rows()] == [{"recipient": "José", "note": "x"}]
    if name == "r.csv":
        dialect = roster.columns.dialect
        assert (dialect.delimiter, dialect.encoding, dialect.mark) == ("\t", encoding, mark)
        assert dialect.encoded("José") == mark + "José".encode(encoding)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("r.csv", "r,s\nJo,x\n".encode("utf-16-le"), ":1:1: this is UTF-16 without the mark"),
        ("r.csv", "r,s\nJo,x\n".encode("utf-16-be"), ":1:1: this is UTF-16 without the mark"),
        ("r.csv", b"r,s\nJo,x\0\n", ":2:2: found U+0000"),
        ("r.csv", b"r,s\nJo,Jos\xe9\n", ":2:2: expected text in UTF-8, found the byte 0xe9"),
        ("r.csv", b"r,s\n" + b"x" * (1 << 20), ":2:1: the line has over"),
        ("r.csv", "sep=#\nr#s\n", ":1:1: cells are said to stand between '#'"),
        ("r.csv", 'r,s\n"Jo,x\nAl,y\n', ":2: this is not valid CSV: unexpected end of data"),
        ("r.csv", "r,,s\nJo,,x\nAl,oh,y\n", ":1:2: this column has no name, and a cell on line 3"),
        ("r.csv", "r,s\nJo,x\nr,s\nAl,y\n", ":3: this row repeats the names of the columns"),
        ("r.csv", 'r,"s\nJo,x\nAl,y"\nBo,z\n', ":1:2: the cell goes on over several lines"),
        ("r.csv", "r,R\nJo,Al\n", ":1:2: r: two columns have this name"),
        ("r.csv", "r,s\nJo,x,y,z\n", ":2:3: the row has 4 cells, and there are 2 columns"),
        ("r.csv", "row,r\n1,Jo\n1,Al\n", ":3:1: row: two rows have the number 1 (the first on"),
        ("r.csv", "row,r\n1,Jo\n,Al\n", ":3:1: row: expected the number of the row, found nothing"),
        ("r.jsonl", '{"a": "x", "a": "y"}', ":1: `a` stands twice"),
        ("r.jsonl", '{"a": "x", "A": "y"}', ":1: A: two values stand for this column"),
        ("r.jsonl", '{"a": NaN}', ":1: this is not valid JSON: NaN is no number"),
        ("r.jsonl", "[" * 100_000, ":1: this is nested too deep"),
        ("r.jsonl", '{"a": "\\ud800"}', ":1: this is not valid JSON: half of a sign"),
        ("r.yaml", "- a: x\n  a: y\n", ":2:3: [1].a: `a` stands twice"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_place(said, name, content, told):
    found = said(name, content)
    assert found[0].startswith(told), found


def test_a_json_line_ends_with_a_line_feed_alone(cells):
    text = '{"note": "one\u2028two\u0085three"}\r\n\n{"note": "four"}\n'
    assert [found["note"] for found in cells("r.jsonl", text)] == [
        "one\u2028two\u0085three",
        "four",
    ]


def test_lists_and_truths_are_known_to_be_no_text(opened):
    (row,) = opened("r.yaml", "- {recipient: true, without: [a, b], note: {x: 1}}\n").rows()
    assert row.no_text == {
        "recipient": "true",
        "without": "a list of 2",
        "note": "lines of `field: value`",
    }
    (row,) = opened("r.xlsx", by_openpyxl(["recipient"], [True])).rows()
    assert row.no_text == {"recipient": "true"}


SWALLOWED = {
    "two rows": ('recipient,note\nJo,"Hold it\nAl,rest\nBo,lift the 5"\nCy,x\n', "2 rows"),
    "one row": ('recipient,note\nJo,"Hold\nAl,rest"\n', "a row"),
    "semicolons": ('recipient;note;date\nJo;"Hold\nAl;rest"\n', "a row"),
    "one column": ('recipient\n"Jo\nAl"\n', "a row"),
}


@pytest.mark.parametrize(("content", "held"), SWALLOWED.values(), ids=SWALLOWED)
def test_a_cell_that_has_swallowed_rows_is_refused_until_it_is_meant(said, content, held):
    (told,) = said("r.csv", content)
    assert f"goes on over several lines, and holds what looks like {held}" in told
    assert said("r.csv", content, multiline_notes=True) == []


def test_a_note_of_several_lines_is_taken(cells, said):
    (found,) = cells("r.csv", 'recipient,note\nJo,"1. Cat-cow\n2. Ice"\n')
    assert found["note"] == "1. Cat-cow\n2. Ice"
    wide = 'recipient,routine,date,note\nJo,,,"Slowly, please\nIce, too"\n'
    assert said("r.csv", wide) == []


def test_refused_rows_keep_their_numbers_and_all_their_cells(opened):
    roster = opened("r.csv", "Row,recipient,note,reason\n7,Ann,x,bad\n3,Bob,one,two,three\n")
    assert roster.columns.names == ("recipient", "note")
    first, second = roster.rows()
    assert (first.number, dict(first.cells)) == (7, {"recipient": "Ann", "note": "x"})
    assert second.number == 3
    assert [p.message for p in second.problems] == ["the row has 5 cells, and there are 4 columns"]
    (row,) = opened("s.csv", "recipient,note\nBob,one, two,three\n").rows()
    assert row.cells["note"] == "one, two,three"
    json_rows = list(opened("r.jsonl", '{"row": 4, "a": "x", "reason": "y"}\n').rows())
    assert [(row.number, dict(row.cells)) for row in json_rows] == [(4, {"a": "x"})]


def test_columns_without_name_are_passed_over_where_that_is_said(cells):
    found = cells("r.csv", ",recipient\n0,Ann\n1,Bob\n", ignore_columns=True)
    assert found == [{"recipient": "Ann"}, {"recipient": "Bob"}]


def test_a_file_that_changes_between_two_readings_is_refused(opened, tmp_path):
    roster = opened("r.csv", "recipient\nAnn\n")
    assert len(list(roster.rows())) == 1
    (tmp_path / "r.csv").write_text("recipient\nAnn\nBob\n")
    with pytest.raises(CardgenError, match="the file was changed while it was read"):
        list(roster.rows())


def test_every_format_names_a_function_that_reads_it(opened):
    assert len(FORMATS) > 8
    for ending in FORMATS:
        with pytest.raises(CardgenError):
            opened(f"empty{ending}", b"")


def test_a_long_text_table_is_not_kept_in_memory(opened):
    roster = opened("r.csv", "recipient,note\n" + f"Ann,{'x' * 60}\n" * 8_000)
    tracemalloc.start()
    assert sum(1 for _ in roster.rows()) == 8_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000
