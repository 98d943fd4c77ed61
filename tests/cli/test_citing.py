"""`cardgen cite --styled`, and sources that are what a clinic teaches."""

import pytest

from cardgen.errors import ExitCode
from cardgen.paths import built_in

PRACTICE = """type: clinical-practice
title: How we teach the hip hinge
author:
- literal: Riverside Physiotherapy
issued: "2026-03"
evidence: none
about: Twelve years of teaching it
checked: verified
"""


@pytest.mark.usefixtures("project")
def test_a_list_of_references_is_printed_in_our_own_style(run):
    lines = run("cite", "gobbo2019", "nice-ng59", "--styled").stdout.splitlines()
    assert lines[0].startswith("1. Gobbo S, et al. Physical Exercise Is Confirmed to Reduce")
    assert lines[0].endswith("J Funct Morphol Kinesiol. 2019;4(3):43. doi:10.3390/jfmk4030043")
    assert lines[1].startswith("2. National Institute for Health and Care Excellence. Low back")
    assert len(lines) == 2


def test_as_html_it_has_italics_links_and_no_markup_of_titles(project, run):
    project.write("sources/a.yaml", PRACTICE.replace("How we teach", "<b>Us</b> &"))
    run("cite", "gobbo2019", "a", "--styled", "--html", "-o", "list.html")
    text = (project.folder / "list.html").read_text()
    assert '<a href="https://doi.org/10.3390/jfmk4030043">10.3390/jfmk4030043</a>' in text
    assert "<i>J Funct Morphol Kinesiol</i>" in text
    assert "&lt;b&gt;Us&lt;/b&gt; &amp; the hip hinge" in text


def test_in_another_style_it_says_what_the_style_leaves_out(project, run):
    project.write(
        "own.csl",
        """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="citation-number"/></layout></citation>
<bibliography><layout><choose><if type="article-journal"><text variable="title"/></if></choose>
</layout></bibliography></style>""",
    )
    result = run("cite", "nice-ng59", "gobbo2019", "--styled", "--csl", "own.csl")
    assert result.exit_code == ExitCode.OK, result.output
    assert result.stdout.startswith("1. Physical Exercise Is Confirmed")
    assert "leaves the source nice-ng59 (report) out of its list" in result.stderr


@pytest.mark.usefixtures("project")
def test_a_style_that_cannot_be_used_is_named_by_its_option(run):
    result = run("cite", "--styled", "--csl", "none.csl")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr.startswith("error: none.csl: --csl: there is no such file")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--html"], "add --styled"),
        (["--csl", "own.csl"], "add --styled"),
        (["--styled", "--format", "ris"], "--styled makes a list to read"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_wrong_use_of_cite_is_a_usage_error(run, words, said):
    result = run("cite", *words)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr


@pytest.mark.usefixtures("project")
def test_what_a_format_has_no_place_for_is_told_of(run):
    result = run("cite", "nhs-backpain", "gobbo2019", "--format", "nbib")
    assert "nhs-backpain: nbib has no place for type, URL" in result.stderr


def test_what_a_clinic_teaches_prints_as_such_and_as_no_evidence(project, run, handout_content):
    project.write("sources/our-hinge.yaml", PRACTICE)
    routine = (built_in() / "routines" / "post-run.yaml").read_text()
    change = "sources: [garber2011]", "sources: [our-hinge]"
    project.write("routines/mine.yaml", routine.replace(*change))
    library = project.library()
    content = handout_content("mine", library=library)
    (entry,) = [one for one in content.references.listed if one.id == "our-hinge"]
    assert entry.text.plain.startswith("What this clinic teaches; no study. Riverside Physio")
    assert entry.text.plain.endswith("therapy. How we teach the hip hinge. 2026")
    assert run("check", "sources/our-hinge.yaml").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    "change", [("evidence: none", "evidence: guideline"), ("about:", "DOI: 10.1234/abc\nabout:")]
)
def test_what_a_clinic_teaches_cannot_claim_to_be_a_study(project, run, change):
    project.write("sources/our-hinge.yaml", PRACTICE.replace(*change))
    result = run("check")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "a source of the type clinical-practice is no study" in result.stderr + result.stdout
