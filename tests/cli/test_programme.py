"""`cardgen programme`, and what takes the file that it writes."""

import pytest


@pytest.mark.usefixtures("project")
def test_it_is_made_printed_changed_and_compared(run):
    made = run(
        "programme", "post-run", "--without", "cat-cow", "--title", "Week 1", "-o", "one.yaml"
    )
    assert made.stdout == "one.yaml  6 moves\n"
    assert run("handout", "--programme", "one.yaml", "-o", "one.pdf").exit_code == 0
    next_ = ("programme", "--programme", "one.yaml", "--add", "bird-dog")
    assert run(*next_, "-o", "two.yaml").exit_code == 0
    told = run("programme", "--programme", "two.yaml", "--compare", "one.yaml").stdout
    assert told == "new: Bird-Dog: 6 times each side, hold 3 seconds\n"
    assert run("check", "two.yaml").stdout.startswith("0 errors, 0 warnings in 1 file.")


def test_it_goes_to_the_terminal_and_nothing_is_saved_unasked(project, run):
    assert run("programme", "gym-bag").stdout.startswith("title: ")
    assert not list(project.folder.iterdir())


def test_a_file_that_is_there_stays(project, run):
    project.write("one.yaml", "mine")
    result = run("programme", "post-run", "-o", "one.yaml")
    assert result.exit_code == 5
    assert "--force" in result.stderr
    assert (project.folder / "one.yaml").read_text() == "mine"


@pytest.mark.parametrize("command", ["programme", "handout", "poster"])
def test_a_routine_and_a_programme_are_not_both_taken(project, run, command):
    project.write("one.yaml", "title: A\nmoves: [cat-cow]\n")
    result = run(command, "post-run", "--programme", "one.yaml")
    assert (result.exit_code, "Give either ROUTINE or --programme." in result.stderr) == (2, True)


def test_check_tells_what_is_wrong_by_its_line(project, run):
    project.write("programmes/one.yaml", "title: A\nmoves:\n- cat-cow\n- bird-dig\n")
    for args in (("check",), ("check", "programmes/one.yaml")):
        result = run(*args)
        assert result.exit_code == 3
        assert (
            "programmes/one.yaml:4:3: moves[2].stretch: there is no stretch 'bird-dig'"
            in result.stdout
        )


def test_a_roster_names_one_in_a_column(project, run):
    project.write("week.yaml", "title: Zebedee week\nmoves: [cat-cow]\n")
    project.write(
        "people.csv",
        "recipient,programme,routine,kind\nAnn,week.yaml,,\n,week.yaml,,cards\nCy,,gym-bag,\n",
    )
    assert run("batch", "people.csv", "-o", "made").exit_code == 0
    names = sorted(path.name for path in (project.folder / "made").glob("*.pdf"))
    assert len(names) == 3
    # By the id of its file; its title may name a person.
    assert sum("week" in name for name in names) == len({"Ann", "no name"})
    assert not any("zebedee" in name.lower() for name in names)
    project.write("people.csv", "recipient,programme,routine\nAnn,week.yaml,gym-bag\n")
    result = run("batch", "people.csv", "-o", "other")
    assert result.exit_code == 3
    assert "people.csv:2:2: programme: a programme takes the place of a routine" in result.stderr


def test_the_batch_makes_its_pages_anew_when_the_file_changes(project, run):
    project.write("week.yaml", "title: One\nmoves: [cat-cow]\n")
    project.write("people.csv", "recipient,programme\nAnn,week.yaml\n")
    run("batch", "people.csv", "-o", "made")
    (page,) = (project.folder / "made").glob("*.pdf")
    before = page.read_bytes()
    project.write("week.yaml", "title: One\nmoves: [bird-dog]\n")
    run("batch", "people.csv", "-o", "made")
    assert page.read_bytes() != before
