"""What is kept for the next run changes no byte, says nothing of anyone, and never fails."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cardgen.cli import keeping, main
from cardgen.errors import ExitCode
from cardgen.library.digest import UnsettledError, definitions_digest
from cardgen.paths import CACHE_VARIABLE
from cardgen.program import program_digest
from cardgen.store import FolderStore, key_of

NAME = "Zebedee Quux"


@pytest.fixture
def cache(tmp_path_factory, monkeypatch):
    """A folder for what is kept, which is not there yet."""
    folder = tmp_path_factory.mktemp("kept") / "cardgen" / "parts"
    monkeypatch.setenv(CACHE_VARIABLE, str(folder))
    return folder


def entries(folder):
    return sorted(folder.iterdir()) if folder.is_dir() else []


def made(run, project, *args):
    """Make a document anew, and return its bytes and what is told of it."""
    path = project.folder / "made.pdf"
    path.unlink(missing_ok=True)
    main.commands[args[0]]._whole = None  # as in another process
    result = run(*args, "-o", path)
    assert result.exit_code == ExitCode.OK
    return path.read_bytes(), result.stdout, result.stderr


DOCUMENTS = (
    ["handout"],
    ["handout", "core-1", "--page", "a4", "--theme", "grey", "--log", "2w"],
    ["cards", "--size", "70x100mm"],
    ["cards", "cat-cow"],
    ["booklet"],
    ["poster", "--page", "a3"],
)


@pytest.mark.parametrize("args", DOCUMENTS, ids=" ".join)
def test_a_document_is_the_same_with_and_without_what_was_kept(run, project, cache, args):
    plain = made(run, project, *args, "--no-cache")
    assert entries(cache) == []
    first = made(run, project, *args)
    kept = {path: path.stat().st_mtime_ns for path in entries(cache)}
    assert len(kept) == 4  # the command, its options, the definitions, the document
    again = made(run, project, *args)
    assert plain == first == again
    assert {path: path.stat().st_mtime_ns for path in entries(cache)} == kept


@pytest.mark.parametrize("args", [["list"], ["list", "sizes", "--json"], ["show", "cat-cow"]])
@pytest.mark.usefixtures("project")
def test_what_is_told_is_the_same_with_and_without_what_was_kept(run, cache, args):
    plain = run(*args, "--no-cache").stdout
    assert entries(cache) == []
    assert plain == run(*args).stdout == run(*args).stdout
    assert len(entries(cache)) == 1


@pytest.mark.usefixtures("project")
def test_a_help_text_is_the_same_with_and_without_what_was_kept(run, cache):
    for command in ("handout", "cards", "poster", "booklet", "batch", "check", "preview"):
        plain = run(command, "--help").stdout
        assert plain == run(command, "--help").stdout
    assert entries(cache)


def test_a_picture_of_a_page_is_kept_too(run, project, cache):
    first = run("preview", "post-run", "-o", "a.png")
    count = len(entries(cache))
    again = run("preview", "post-run", "-o", "b.png")
    assert first.stdout.replace("a.png", "b.png") == again.stdout
    assert (project.folder / "a.png").read_bytes() == (project.folder / "b.png").read_bytes()
    assert len(entries(cache)) == count


def test_a_definition_that_was_changed_is_seen_at_once(run, project, cache):
    project.borrow("stretches/cat-cow.yaml")
    before = run("list", "stretches").stdout
    made(run, project, "cards", "cat-cow")
    project.change("stretches/cat-cow.yaml", "name: Cat-Cow", "name: Cow-Cat")
    assert "Cow-Cat" in run("list", "stretches").stdout
    assert "Cow-Cat" not in before
    changed = made(run, project, "cards", "cat-cow")
    assert changed == made(run, project, "cards", "cat-cow", "--no-cache")
    count = len(entries(cache))
    project.write("stretches/other.yaml", "name: [")
    assert "cannot be used" in run("list", "stretches").stdout
    warned = made(run, project, "cards", "cat-cow")
    assert "stretches/other.yaml" in warned[2]
    assert len(entries(cache)) == count + 3  # the list, the definitions, the document
    assert made(run, project, "cards", "cat-cow") == warned


@pytest.mark.usefixtures("cache")
def test_definitions_are_read_once(run, project, monkeypatch):
    project.borrow("stretches/cat-cow.yaml")
    first = made(run, project, "handout", "--for", NAME)
    monkeypatch.setattr("cardgen.files.open_library", None)
    assert made(run, project, "handout", "--for", NAME) == first
    assert made(run, project, "handout", "--for", "Ana Lima") != first


def test_a_path_is_shown_from_where_one_works(run, project, cache, monkeypatch):
    project.borrow("stretches/cat-cow.yaml")
    (project.folder / "below").mkdir()
    for folder, begins in (("below", "# /"), (".", "# stretches/cat-cow.yaml\n")):
        monkeypatch.chdir(project.folder / folder)
        assert run("show", "cat-cow", "--library", project.folder).stdout.startswith(begins)
    assert entries(cache)


def test_a_warning_names_an_option_as_it_was_typed(run, project, cache):
    for spelled in ("--paper", "--page"):
        told = made(run, project, "handout", spelled, "a4", "--no-cache")
        assert made(run, project, "handout", spelled, "a4") == told
        assert made(run, project, "handout", spelled, "a4") == told
    assert entries(cache)


def test_where_files_of_a_person_lie_is_not_kept(run, project, cache, monkeypatch):
    project.write("stretches/other.yaml", "name: [")
    run("cards", "--help")
    before = len(entries(cache))
    monkeypatch.setattr("cardgen.library.files.shown_path", str)
    assert str(project.folder) in made(run, project, "cards", "bird-dog")[2]
    assert len(entries(cache)) == before


def test_everything_that_a_document_may_depend_on_is_part_of_what_it_is_kept_by(project):
    seen = [definitions_digest(project.folder)]
    for name in (
        "cardgen.yaml",
        "stretches/a.yaml",
        "regions/b.yaml",
        "images/c/d.svg",
        "safety/e",
    ):
        for content in ("one", "two"):
            project.write(name, content)
            seen.append(definitions_digest(project.folder))
    project.write("other/a.yaml", "one")
    assert definitions_digest(project.folder) == seen[-1]
    assert len(set(seen)) == len(seen) == 11
    without = definitions_digest(project.folder, without=("stretches",))
    project.write("stretches/a.yaml", "three")
    assert definitions_digest(project.folder, without=("stretches",)) == without


def test_a_picture_that_was_changed_is_seen_at_once(run, project, cache):
    project.borrow("stretches/cat-cow.yaml")
    made(run, project, "cards", "cat-cow")
    picture = next((project.folder / "images").glob("cat-cow-*.svg"))
    picture.write_text(picture.read_text().replace("#f2c9a9", "#000000"))
    assert made(run, project, "cards", "cat-cow") == made(
        run, project, "cards", "cat-cow", "--no-cache"
    )
    assert entries(cache)


PERSONAL = (
    ["handout", "--for", NAME],
    ["handout", "--note", NAME],
    ["handout", "--next", NAME],
    ["handout", "--date", "2026-11-22"],
    ["handout", "--condition", "osteoporosis"],
    ["handout", "--without", "cat-cow"],
    ["handout", "--add", "bird-dog"],
    ["handout", "--set", "figure-four.dose.hold=20"],
    ["handout", "--clinic", "clinic.yaml"],
    ["cards", "--url", "https://example.org/zebedee"],
    ["cards", "--skip", "cover"],
)


@pytest.mark.parametrize("args", PERSONAL, ids=" ".join)
def test_nothing_of_a_person_is_kept(run, example, cache, args):
    run("handout", "-o", example.folder / "other.pdf")
    run("cards", "--help")
    before = entries(cache)
    assert run(*args, "-o", example.folder / "made.pdf").exit_code == ExitCode.OK
    assert entries(cache) == before
    assert before
    assert not any(NAME.encode() in path.read_bytes() for path in before)


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None], ids=["empty", "other", "half"])
def test_what_is_damaged_is_made_again(run, project, cache, damage):
    whole = made(run, project, "handout")
    kept = {path: path.read_bytes() for path in entries(cache)}
    for path, content in kept.items():
        path.write_bytes(content[: len(content) // 2] if damage is None else damage)
    assert made(run, project, "handout") == whole
    assert {path: path.read_bytes() for path in entries(cache)} == kept


def test_a_folder_that_cannot_be_written_changes_nothing(run, project, cache):
    whole = made(run, project, "handout", "--no-cache")
    cache.parent.parent.mkdir(exist_ok=True)
    cache.parent.write_text("a file where the folder would be")
    assert made(run, project, "handout") == whole


def test_a_full_disk_changes_nothing(run, project, cache, monkeypatch):
    whole = made(run, project, "handout", "--no-cache")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FolderStore, "_write", full)
    assert made(run, project, "handout") == whole
    assert entries(cache) == []


@pytest.mark.skipif(os.name != "posix", reason="others have no such rights")
def test_a_folder_that_others_may_write_is_not_read(run, project, cache):
    whole = made(run, project, "handout")
    for path in entries(cache):
        path.write_bytes(b"")
    cache.chmod(0o777)
    assert made(run, project, "handout") == whole
    assert all(path.read_bytes() == b"" for path in entries(cache))


def test_two_processes_at_once_make_the_same(project, cache):
    def process(number):
        path = project.folder / f"{number}.pdf"
        command = [sys.executable, "-m", "cardgen", "cards", "cat-cow", "-o", path]
        subprocess.run(command, check=True, capture_output=True)
        return path.read_bytes()

    with ThreadPoolExecutor(3) as pool:
        assert len(set(pool.map(process, range(3)))) == 1
    assert len(entries(cache)) == 4


def test_what_another_version_has_kept_is_not_found(tmp_path):
    key = key_of("a", "b")
    FolderStore(tmp_path, lambda: b"one").put(key, b"kept")
    assert FolderStore(tmp_path, lambda: b"one").get(key) == b"kept"
    assert FolderStore(tmp_path, lambda: b"two").get(key) is None
    assert key_of("ab") != key != key_of("a", "c")


def test_a_program_that_cannot_be_looked_at_keeps_nothing(tmp_path):
    def broken():
        raise OSError

    store = FolderStore(tmp_path, broken)
    store.put(b"key", b"content")
    assert store.get(b"key") is None
    assert entries(tmp_path) == []


def test_a_program_is_known_by_its_files(monkeypatch, tmp_path):
    monkeypatch.setattr("cardgen.program.PACKAGE", tmp_path)
    (tmp_path / "module.py").write_text("one")
    first = program_digest()
    assert first == program_digest()
    (tmp_path / "module.py").write_text("three")
    assert program_digest() != first


def test_a_store_takes_a_bounded_place_and_what_was_used_last_stays(tmp_path):
    for number in range(12):
        FolderStore(tmp_path, bytes, most=1000).put(key_of(str(number)), b"x" * 100)
        newest = max(entries(tmp_path), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    (tmp_path / ".unfinished").write_bytes(b"x")
    os.utime(tmp_path / ".unfinished", (1, 1))
    store = FolderStore(tmp_path, bytes, most=1000)
    store.put(key_of("last"), b"x" * 100)
    assert sum(path.stat().st_size for path in entries(tmp_path)) <= 1000
    assert [store.get(key_of(str(n))) is not None for n in (0, 1, 11)] == [False, False, True]
    assert store.get(key_of("last"))
    assert not (tmp_path / ".unfinished").exists()
    store.put(key_of("large"), b"x" * 300)
    assert store.get(key_of("large")) is None


def test_a_large_picture_that_has_just_changed_is_not_trusted(tmp_path):
    picture = tmp_path / "images" / "large.png"
    picture.parent.mkdir()
    picture.write_bytes(b"x" * 300_000)
    with pytest.raises(UnsettledError):
        definitions_digest(tmp_path)


def test_the_folder_is_the_one_of_the_system(monkeypatch):
    monkeypatch.delenv(CACHE_VARIABLE)
    assert "cardgen" in keeping._usual_folder().parts
