"""Documents that are made in threads are, byte for byte, those that are made one by one."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from cardgen import (
    BookletRequest,
    CardsRequest,
    HandoutRequest,
    build_booklet,
    build_cards,
    build_handout,
    load_letterhead,
)

THREADS, DOCUMENTS = 8, 40
THEMES = ("colour", "grey", "ink", "two-colour")
ROUTINES = ("post-run", "gym-bag", "core-1", "buttock-leg-pain")
HARBOUR = "name: Harbour Physio\nphone: 0117 496 0700\ncountry: UK\naccent: '#7a1f5c'\n"


@pytest.fixture
def jobs(tmp_path):
    """Documents of all kinds and themes, each with what builds it."""
    (tmp_path / "harbour.yaml").write_text(HARBOUR)
    harbour = load_letterhead(tmp_path / "harbour.yaml")
    made = []
    for number in range(8):
        theme, routine = THEMES[number % 4], ROUTINES[(number + number // 4) % 4]
        handout = HandoutRequest(
            routine,
            theme=theme,
            recipient=f"Person {number}",
            note="Go slowly. " * (number + 1),
            letterhead=harbour if number % 2 else None,
            conditions=("osteoporosis",) if number % 3 == 0 else (),
        )
        size = "poker" if number % 2 else "id-1"
        cards = CardsRequest((routine,), size=size, theme=theme)
        made += [(build_handout, handout), (build_cards, cards)]
    made += [(build_booklet, BookletRequest(("post-run",), theme=theme)) for theme in THEMES]
    made += [
        (build_handout, HandoutRequest(routine, language=language, country="US", recipient="Ana"))
        for routine, language in (("post-run", "es"), ("core-1", "ar"))
    ]
    return made


@pytest.fixture
def switching():
    """Within: the interpreter changes from thread to thread as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switching")
def test_eight_threads_make_what_one_makes(tmp_path, jobs):
    def made(number):
        build, request = jobs[number % len(jobs)]
        path = tmp_path / f"{number}.pdf"
        build(request, path, tmp_path)
        return path.read_bytes()

    alone = [made(number) for number in range(len(jobs))]
    assert len(set(alone)) == len(jobs)
    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(made, range(DOCUMENTS)))
    wrong = [n for n, content in enumerate(together) if content != alone[n % len(jobs)]]
    assert wrong == []
