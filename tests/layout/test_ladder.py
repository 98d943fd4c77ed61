"""The largest type that fits, or an honest refusal."""

import pytest

from cardgen.layout.fitting.ladder import largest_that_fits, steps_down
from cardgen.typography.style import TooLargeError


def fitting(room):
    """Return an attempt to set something that is ten times as tall as its type."""

    def attempt(size):
        if size * 10 > room:
            raise TooLargeError(size * 10 - room)
        return f"set in {size:g} pt"

    return attempt


def test_steps_go_down_from_the_largest_to_the_smallest():
    assert steps_down(10, 9) == [10, 9.75, 9.5, 9.25, 9]
    assert steps_down(6.5, 6.5) == [6.5]


@pytest.mark.parametrize(
    ("room", "expected"), [(1000, 12), (120, 12), (119, 11.75), (100, 10), (92.4, 9), (90, 9)]
)
@pytest.mark.parametrize("upwards", [False, True])
def test_the_largest_size_that_fits_wins(room, expected, upwards):
    sizes = sorted(steps_down(12, 9), reverse=not upwards)
    assert largest_that_fits(sizes, fitting(room)) == (expected, f"set in {expected:g} pt")


def test_where_none_fits_the_refusal_is_by_the_least_excess_that_of_the_smallest_type():
    with pytest.raises(TooLargeError) as raised:
        largest_that_fits(steps_down(12, 9), fitting(80))
    assert raised.value.points == pytest.approx(10)


def test_a_page_that_is_too_tall_is_not_blamed_on_a_word_that_fits_in_smaller_type():
    def attempt(size):
        if size > 10:
            raise TooLargeError(size - 10, "word")
        raise TooLargeError(50)

    with pytest.raises(TooLargeError) as raised:
        largest_that_fits([12, 11, 10, 9], attempt)
    assert (raised.value.points, raised.value.what) == (50, "")


@pytest.mark.parametrize("start", [0, 9, 10.6, 99])
@pytest.mark.parametrize("guess", [lambda size, _: size, lambda *_: 0, lambda *_: 99])
@pytest.mark.parametrize("room", range(90, 125))
def test_where_it_starts_and_what_it_guesses_do_not_change_what_is_found(room, guess, start):
    sizes = steps_down(12, 9)
    expected = max(size for size in sizes if size * 10 <= room)
    assert largest_that_fits(sizes, fitting(room), start, guess)[0] == expected


def test_a_good_guess_takes_fewer_attempts():
    tried = []

    def attempt(size):
        tried.append(size)
        return fitting(107)(size)

    sizes = steps_down(14, 9)
    expected = largest_that_fits(sizes, attempt)
    bisected = len(tried)
    tried.clear()
    assert largest_that_fits(sizes, attempt, 10, lambda *_: 10.7) == expected
    assert len(tried) < bisected / 1.5


def test_the_refusal_is_that_of_the_smallest_type_wherever_it_starts():
    with pytest.raises(TooLargeError) as raised:
        largest_that_fits(steps_down(12, 9), fitting(80), 11, lambda *_: 11)
    assert raised.value.points == pytest.approx(10)
