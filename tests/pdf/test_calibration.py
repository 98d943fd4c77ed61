"""A printer that was measured prints true: the whole way from readings to where ink falls."""

import math
from dataclasses import dataclass

import pikepdf
import pytest
from made import document_of
from samples import paper_of

from cardgen.cli.options import printers_folder
from cardgen.documents.calibration import CalibrationRequest
from cardgen.errors import ExitCode
from cardgen.model.correction import Correction
from cardgen.model.design import MM
from cardgen.model.page import Page
from cardgen.model.printer import PrinterProfile
from cardgen.pdf.affine import correction_matrix

PAPER = paper_of("letter")
MIDDLE = (PAPER.width / 2, PAPER.height / 2)
UP = 85 * MM
POINTS = [(0, 0), (40, 700), (300, 400), (600, 20), (200, 780)]


@dataclass(frozen=True)
class CrookedPrinter:
    """Prints a little large or small, turned clockwise, and to the side; y runs up."""

    x: float
    y: float
    scale: float
    turn: float

    def prints(self, point):
        """Return where on the paper a point of the page comes to lie."""
        angle = math.radians(-self.turn)
        x, y = (self.scale * (p - m) for p, m in zip(point, MIDDLE, strict=True))
        return (
            MIDDLE[0] + x * math.cos(angle) - y * math.sin(angle) + self.x,
            MIDDLE[1] + x * math.sin(angle) + y * math.cos(angle) + self.y,
        )

    def read_across(self, up: float) -> str:
        """Return where the upright fold crosses a scale that stands `up` above the middle."""
        return self._crossing(lambda reading: (MIDDLE[0] + reading, MIDDLE[1] + up), 0)

    def read_down(self) -> str:
        """Return where the level fold crosses the upright scale, whose numbers grow downward."""
        return self._crossing(lambda reading: (MIDDLE[0], MIDDLE[1] - reading), 1)

    def _crossing(self, at, axis) -> str:
        low, high = -12 * MM, 12 * MM
        rising = self.prints(at(high))[axis] > self.prints(at(low))[axis]
        for _ in range(60):
            middle = (low + high) / 2
            above = self.prints(at(middle))[axis] > MIDDLE[axis]
            low, high = (low, middle) if above == rising else (middle, high)
        return f"{low / MM:.4f} mm"


FAULTS = [
    CrookedPrinter(2.3, -1.1, 1, 0),
    CrookedPrinter(0, 0, 0.996, 0),
    CrookedPrinter(0, 0, 1, 0.3),
    CrookedPrinter(-2, 3.1, 1.004, -0.25),
]


@pytest.mark.parametrize("printer", FAULTS, ids=str)
def test_what_is_read_undoes_what_a_printer_does(printer):
    profile = PrinterProfile.model_validate(
        {
            "x": printer.read_across(UP),
            "x_below": printer.read_across(-UP),
            "y": printer.read_down(),
            "scale": f"{150 * printer.scale:.3f} mm",
        }
    )
    page = Page(PAPER.width, PAPER.height, (), correction=profile.front)
    matrix = pikepdf.Matrix(*correction_matrix(page))
    for point in POINTS:
        # A fold is read where a scale stands, so that a turned and shifted page is a hair off.
        assert printer.prints(matrix.transform(point)) == pytest.approx(point, abs=0.1)
    assert printer.prints(POINTS[0]) != pytest.approx(POINTS[0], abs=0.5)


def test_a_back_is_as_its_front_where_nothing_else_was_read():
    both = PrinterProfile.model_validate({"x": "1 mm", "y": "-0.5 mm"})
    assert both.back == both.front == Correction(1 * MM, -0.5 * MM, 1, 0)
    own = PrinterProfile.model_validate({"x": "1 mm", "back_y": "0.2 mm"})
    assert own.back == Correction(0, 0.2 * MM, 1, 0)


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_scales_lie_about_the_middle_of_the_paper(paper):
    sheet = paper_of(paper)
    pages = document_of(CalibrationRequest(paper)).pages
    assert len(pages) == 2
    for page in pages:
        scales = [p for _, p in page.placed if p.block.role == "Figure"]
        upper, lower, upright = (placed.bounds for placed in scales)
        for left, _, right, _ in (upper, lower):
            assert left + right == pytest.approx(sheet.width)
        assert upper[1] + lower[1] == pytest.approx(sheet.height)
        assert lower[1] - upper[1] == pytest.approx(170 * MM)
        assert upright[1] + upright[3] == pytest.approx(sheet.height)
        for _, placed in page.placed:
            left, top, right, low = placed.bounds
            assert min(left, top, sheet.width - right, sheet.height - low) >= -0.01


@pytest.fixture
def printers(tmp_path, monkeypatch):
    """The folder of a person's printers."""
    folder = tmp_path / "settings" / "printers"
    monkeypatch.setattr("cardgen.cli.options.printers_folder", lambda: folder)
    return folder


@pytest.mark.usefixtures("project")
def test_a_page_is_printed_read_and_used(run, printers, project):
    assert run("calibrate").exit_code == ExitCode.OK
    result = run("calibrate", "--printer", "office", "--x", "0.8mm", "--y", "-0.4mm",
                 "--scale", "99.6%", "--margin", "6mm")  # fmt: skip
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert "Print with: cardgen cards --printer office" in result.stdout
    assert (printers / "office.yaml").is_file()
    plain, true = "plain.pdf", "true.pdf"
    assert run("cards", "-o", plain).exit_code == ExitCode.OK
    assert run("cards", "--printer", "office", "-o", true).exit_code == ExitCode.OK
    for name, moved in ((plain, False), (true, True)):
        with pikepdf.open(project.folder / name) as pdf:
            scales = [
                float(operands[0])
                for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
                if str(operator) == "cm"
            ]
        assert (pytest.approx(1 / 0.996, abs=1e-4) in scales) == moved


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["cards", "--printer", "ofice"], ExitCode.INVALID_DATA, "Did you mean `office`?"),
        (["calibrate", "--printer", "home"], ExitCode.INVALID_DATA, "there is no printer 'home'"),
        (["calibrate", "--x", "1mm"], ExitCode.USAGE, "Name the printer"),
        (["calibrate", "--printer", "../x", "--x", "1mm"], ExitCode.USAGE, "Name the printer"),
        (["calibrate", "--printer", "a", "--x", "1"], ExitCode.INVALID_DATA, "x: expected a len"),
        (["calibrate", "--printer", "a", "--x", "90mm"], ExitCode.INVALID_DATA, "-12 mm to 12"),
        (["calibrate", "--printer", "a", "--scale", "50%"], ExitCode.INVALID_DATA, "90 % to 110"),
        (["cards", "--printer", "office", "--one-per-page"], ExitCode.USAGE, "do not go together"),
    ],
)
def test_a_printer_that_cannot_be_is_refused(run, printers, project, arguments, code, said):
    printers.mkdir(parents=True)
    (printers / "office.yaml").write_text("x: 1 mm\n")
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert not list(project.folder.rglob("*.pdf"))
    assert len(list(printers.iterdir())) == 1


def test_printers_are_kept_with_a_person_s_settings():
    assert printers_folder().name == "printers"
    assert printers_folder().parent.name.lower() == "cardgen"
