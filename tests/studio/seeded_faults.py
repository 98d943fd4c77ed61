"""Takes each rule of the studio out of a copy, and sees its test fail: python seeded_faults.py

A test that cannot fail holds nothing: so every fault below names the test that must see it. All
that the studio is made on is loaded once; each fault is then a process of its own.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis  # noqa: F401 - loaded once for all
import jinja2  # noqa: F401
import pytest
import starlette.applications  # noqa: F401
from studio_faults import CONTROL, FAULTS

import cardgen
import cardgen.documents.handout
import cardgen.files
from cardgen.library import files
from cardgen.paths import PACKAGE, built_in

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import shared_reading  # noqa: E402 - a folder of tests is no package

files.read_record = shared_reading.read_record
cardgen.files.read_library(built_in())  # what is read here, no process reads again
QUICK = {path.name for path in HERE.glob("test_*.py")} - {"test_in_chromium.py", "test_hostile.py"}
"""The files of tests that need no browser."""
OPTIONS = ["-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
# anyio is loaded already, and asserts nothing.
OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
_BROKEN = 99


def planted(fault: str, folder: Path) -> None:
    """Copy the studio with a fault."""
    file, old, new, _ = FAULTS[fault]
    shutil.copytree(PACKAGE / "studio", folder / "studio")
    path = folder / "studio" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def tested(seen_by: str, folder: str) -> int:
    """Run tests with the studio of a folder, and return pytest's exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    cardgen.__path__.insert(0, folder)
    module, _, name = seen_by.rpartition("::")
    tests = [str(HERE / module)] if module else [str(HERE / one) for one in sorted(QUICK)]
    return pytest.main([*OPTIONS, *tests, "-k", name])


def is_found(fault: str) -> bool:
    """Tell whether a test fails that has to see a fault."""
    assert "cardgen.studio" not in sys.modules
    with TemporaryDirectory() as folder:
        planted(fault, Path(folder))
        if not (child := os.fork()):
            try:
                os._exit(tested(FAULTS[fault][-1], folder))
            finally:  # whatever pytest itself raises is no failure of a test
                os._exit(_BROKEN)
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == pytest.ExitCode.TESTS_FAILED


if __name__ == "__main__":
    chosen = sys.argv[1:] or list(FAULTS)
    missed = [fault for fault in chosen if is_found(fault) == (fault == CONTROL)]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} faults are found", *missed, sep="\n")  # noqa: T201
    sys.exit(bool(missed))
