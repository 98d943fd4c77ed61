"""What a caution may say, and what of it is refused, with the place and the remedy."""

import pytest

from cardgen.errors import InvalidDataError
from cardgen.kinds import KINDS
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse

MODEL = KINDS["stretch"].model
TEXT = """
name: Lean
kind: stretch
position: standing
start: Stand tall.
steps: [Lean in., Hold.]
short_steps: [Lean in. Hold.]
breathing: Slow and easy.
dose: {{sets: 2, hold: 20}}
frequency: Every day.
targets: [Calf]
cue: Heel down.
mistake: The heel lifts.
easier: Step back less.
harder: Step back more.
cautions:
- {{{caution}}}
claims: [{{text: It helps., sources: [ng2021]}}]
reviewed: {{date: 2026-11-22, by: the tests}}
"""


def read(caution):
    return checked(parse("lean.yaml", TEXT.format(caution=caution).encode()), MODEL).cautions[0]


@pytest.mark.parametrize(
    ("caution", "conditions"),
    [
        ("who: Weak bones, advice: Go slow.", ()),
        ("when: It pinches, advice: Pull less.", ()),
        ("condition: flare, advice: Go slow.", ("flare",)),
        ("condition: [flare, strain], advice: Go slow.", ("flare", "strain")),
        ("who: A flare, condition: [flare], advice: Go slow.", ("flare",)),
        ("condition: flare, effect: hide, advice: Skip this one.", ("flare",)),
        ("condition: flare, effect: replace, replace_by: lunge, advice: Lunge.", ("flare",)),
        ("condition: flare, effect: change, advice: Once., changes: {dose: {sets: 1}}", ("flare",)),
    ],
)  # fmt: skip
def test_a_caution_says_for_whom_it_is(caution, conditions):
    assert read(caution).conditions == conditions


@pytest.mark.parametrize(
    ("caution", "said"),
    [
        ("advice: Go slow.", "expected `who` (the people it concerns), `when` (what anyone can"),
        ("who: All, when: It hurts, advice: Stop.", "expected either `who` or `when`, found both"),
        ("when: It hurts, condition: flare, advice: Stop.", "expected `who` with a `condition`"),
        ("who: All, effect: hide, advice: Skip.", "expected a `condition` with `effect: hide`"),
        ("condition: flare, effect: replace, advice: Lunge.", "expected `replace_by`: the id of"),
        ("condition: flare, effect: change, advice: Once.", "advice alone is `effect: warn`"),
        ("condition: flare, advice: Once., instead: Rest.", "no `instead` with `effect: warn`"),
        ("condition: flare, effect: hide, advice: Skip., gives_way: true", "no `gives_way` with"),
        ("condition: flare, effect: change, advice: Slow., changes: {cue: Slow.}",
         "expected `steps` and `short_steps`, `illustrations` or `dose`: a caution that changes"),
        ("condition: flare, effect: change, advice: Lean., changes: {steps: [Lean.]}",
         "expected `steps` and `short_steps` together"),
        (f"condition: flare, advice: Slow., short: {'so ' * 13}", "short"),
    ],
)  # fmt: skip
def test_what_a_caution_cannot_say_is_refused(caution, said):
    with pytest.raises(InvalidDataError) as refusal:
        read(caution)
    (problem,) = refusal.value.problems
    assert problem.line == 17
    assert said in str(problem)


CALF = "stretches/standing-calf-stretch.yaml"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("dose: {hold: 30}", "cautions[1].changes.dose: it changes nothing: the stretch's own"),
        ("dose: {reps: 5}", "cautions[1].changes.dose: expected `rep_seconds`"),
        ("cue: Heel heavy, toes ahead.\n    dose: {hold: 10}", "changes.cue: it changes nothing"),
        ("illustrations: [{file: no.svg, caption: No, alt: No picture of it., credit: Us}]",
         "changes.illustrations[1].file: there is no picture images/no.svg"),
    ],
)  # fmt: skip
def test_a_change_that_changes_nothing_is_told_with_its_place(project, changes, said):
    caution = "- condition: flare\n  effect: change\n  advice: Once.\n  changes:\n    "
    project.borrow(CALF)
    project.change(CALF, "\ncautions:\n", f"\ncautions:\n{caution}{changes}\n")
    told = [str(problem) for problem in project.read().problems]
    assert [line for line in told if said in line], told


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("standing-calf-stretch", "a stretch cannot take its own place. Name another one, or"),
        ("lunge", "there is no stretch 'lunge'"),
    ],
)
def test_what_cannot_take_a_place_is_told(project, name, said):
    caution = f"- {{condition: flare, effect: replace, advice: No., replace_by: {name}}}"
    project.borrow(CALF)
    project.change(CALF, "\ncautions:\n", f"\ncautions:\n{caution}\n")
    told = [str(problem) for problem in project.read().problems]
    assert [line for line in told if said in line], told
