"""Files: each has an identifier of its own."""

import pikepdf

COMMANDS = [
    ("handout", "post-run"),
    ("handout", "post-run", "--for", "Ann"),
    ("handout", "post-run", "--for", "Bea"),
    ("handout", "post-run", "--for", "Bea", "--date", "2026-11-22"),
    ("handout", "post-run", "--theme", "grey"),
    ("cards", "core-1"),
    ("cards", "core-1", "--cut", "none"),
    ("booklet", "core-1"),
    ("calibrate",),
]


def identifiers(path):
    """Return both parts of a file's /ID (ISO 32000-1, 14.4)."""
    with pikepdf.open(path) as pdf:
        return [bytes(part) for part in pdf.trailer.ID]


def test_files_of_other_content_have_other_ids_and_the_same_file_the_same(project, run):
    found = {}
    for number, command in enumerate(COMMANDS):
        path = project.folder / f"{number}.pdf"
        assert run(*command, "-o", path).exit_code == 0
        first, second = identifiers(path)
        assert first == second  # the file has not been changed since it was made
        assert len(first) >= 16
        found[first] = command
    assert len(found) == len(COMMANDS)
    assert run(*COMMANDS[1], "-o", "again.pdf").exit_code == 0
    assert found[identifiers(project.folder / "again.pdf")[0]] == COMMANDS[1]


def test_every_file_of_a_batch_has_an_id_of_its_own(project, run):
    names = ["Ann", "Bea", "Cal", "Dee", "Eli"]
    project.write("r.csv", "\n".join(["recipient", *names, ""]))
    assert run("batch", "r.csv", "-o", "made", "--quiet").exit_code == 0
    project.write("s.csv", "\n".join(["recipient", *names[::-1], ""]))
    for roster in ("r", "s"):
        assert run("batch", f"{roster}.csv", "-o", "whole", "--merge", "--quiet").exit_code == 0
    files = [*(project.folder / "made").glob("*.pdf"), *(project.folder / "whole").glob("*.pdf")]
    assert len(files) == len(names) + 2
    assert len({identifiers(path)[0] for path in files}) == len(files)


def test_files_that_differ_in_their_date_alone_have_other_ids(project, run, monkeypatch):
    found = set()
    for epoch in ("1600000000", "1700000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert run("calibrate", "-o", "made.pdf").exit_code == 0
        found.add(identifiers(project.folder / "made.pdf")[0])
    assert len(found) == 2
