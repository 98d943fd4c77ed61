"""Takes each rule of the studio out of a copy, and sees its test fail: python seeded_faults.py

A test that cannot fail holds nothing: so every fault below names the test that must see it. All
that the studio is made on is loaded once; each fault is then a process of its own.
"""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2  # noqa: F401 - loaded once for all
import pytest
import starlette.applications  # noqa: F401

import cardgen
import cardgen.documents.handout
import cardgen.files
from cardgen.paths import PACKAGE

HERE = Path(__file__).parent
GUARD, SCREENS, VISITS = "test_guard.py", "test_screens.py", "test_visits.py"
CLINIC = "test_clinic.py"
NOBODY, FORM = f"{GUARD}::test_nobody_else_comes_in", f"{GUARD}::test_no_form_is_taken_from"
FAULTS = {
    "any host": ("guard.py", 'return told.all("host") == [', "return [1] or [", NOBODY),
    "two hosts": ("guard.py", 'told.all("host") ==', 'told.all("host")[-1:] ==', "two and hosts"),
    "any cookie": ("guard.py", "return len(values) == 1 and ", "return True or ", NOBODY),
    "two cookies": ("guard.py", "len(values) == 1 and ", "bool(values) and ", "two and cookies"),
    "the same site": ("guard.py", '("", "same-origin")', '("", "same-origin", "same-site")',
                      NOBODY),
    "any origin": ("guard.py", "origin != self.origin and", "False and", FORM),
    "any length": ("guard.py", "int(length) <= MOST_BODY", "int(length) >= 0", FORM),
    "any body": ("guard.py", "if seen <= MOST_BODY else", "if True else", "more_than_a_form"),
    "a link for good": ("guard.py", 'self._link = ""\n', "pass\n", "opens_the_studio_once"),
    "a slow link": ("guard.py", "- self._made < LINK", "- self._made > -LINK", "two_minutes"),
    "a cookie for all paths": ("guard.py", "Path={self.base}", "Path=/", "opens_the_studio_once"),
    "a cookie for scripts": ("guard.py", "; HttpOnly", "", "opens_the_studio_once"),
    "frames": ("guard.py", "; frame-ancestors 'none'", "", "what_the_headers_hold"),
    "scripts of others": ("guard.py", "default-src 'self'", "default-src *", "what_the_headers"),
    "answers that are kept": ("views.py", "HTMLResponse(page, status)",
                              'HTMLResponse(page, status, {"Cache-Control": "max-age=9"})',
                              "may_be_kept"),
    "a name in the title": ("pages/visit.html", "{{ screens[screen] }} ·",
                            '{{ visit.content.fields.get("recipient") }} ·', "in_a_path_a_title"),
    "a name in the file": ("screens.py", 'filename="exercises.pdf"',
                           'filename="Zo.pdf"', "nothing_of_a_patient_is_in"),
    "fields that are kept": ("pages/person.html", 'textarea autocomplete="off"', "textarea",
                             "no_field_is_kept"),
    "a page for somebody else": ("screens.py", 'form.one("rev") != str(visit.rev) or', "",
                                 "printed_is_what_was_shown"),
    "an edit that is lost": ("screens.py", "and taken.content != before.content:", "and False:",
                             "outdated_tab"),
    "a visit that goes on": ("visits.py", "self._open.pop(key, None)", "pass",
                             "visit_that_is_over"),
    "a memory that stays": ("visits.py", "        self._open.pop(key, None)\n        forget()",
                            "        self._open.pop(key, None)", "left_when_a_visit_ends"),
    "a quiet visit": ("visits.py", "now - one.last > self.quiet", "False", "a_quiet_visit"),
    "a visit that is emptied unasked": ("screens.py", "(found.visit.kept or form", "(True or form",
                                        "not_emptied_unasked"),
    "a kept page": ("views.py", "answer.headers[\"Clear-Site-Data\"] = '\"cache\"'\n", "pass\n",
                    "not_emptied_unasked"),
    "markup": ("views.py", "autoescape=True", "autoescape=False", "a_name_that_is_markup"),
    "a fault of a form": ("views.py", "(ValueError, ClientDisconnect)", "ClientDisconnect",
                          "what_is_no_form"),
    "an error beside no field": ("pages/parts.html", ' aria-describedby="wrong-{{ id }}"', "",
                                 "stands_beside_its_field"),
    "reasons of another routine": ("order.py", "if not self.is_pack:", "if not self.content.pack:",
                                   "not_its_reasons"),
    "a file that changed meanwhile": ("clinic_screen.py", 'form.one("seen") != files.digest', "False",
                                      "is_not_overwritten"),
    "files that nobody saved": ("clinic_screen.py", 'form.one("do") != "save" or stale or errors',
                                "stale or errors", "nothing_is_saved_unasked"),
    "files that are wrong": ("clinic_screen.py", " or stale or errors", " or stale",
                             "told_and_not_saved"),
    "a letterhead that came later": ("visits.py", "rev=one.visit.rev + 1", "rev=one.visit.rev",
                                     "shown_before_is_not_printed"),
    "comments that are lost": ("clinic.py", "text = text[:start] + line", "text = line",
                               "comments_and_other"),
    "a change that is not told": ("conditions.py", "if not own:", "if own:", "says_at_once"),
}  # fmt: skip
"""By what goes wrong: the file, what stands there, what takes its place, and the test."""


OPTIONS = ["-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
# anyio is loaded already, and asserts nothing.
OPTIONS += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
CONTROL = "none at all"
FAULTS[CONTROL] = ("guard.py", "LINK_SECONDS = 120", "LINK_SECONDS = 120", GUARD)
"""No test may fail of this: else all would be found, whatever they hold."""
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
    modules = [module] if module else [GUARD, SCREENS, VISITS, CLINIC]
    tests = [str(HERE / one) for one in modules]
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
