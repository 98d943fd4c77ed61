"""What a finger can hit of a link."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.pdf.targets import LEAST_TALL, LEAST_WIDE, grown


def test_a_lone_link_is_five_millimetres_tall_about_its_words():
    ((left, low, right, high),) = grown([(100, 100, 103, 106)])
    assert (right - left, high - low) == pytest.approx((LEAST_WIDE, LEAST_TALL))
    assert ((left + right) / 2, (low + high) / 2) == pytest.approx((101.5, 103))


def test_a_large_link_stays_as_it_is():
    assert grown([(0, 0, 100, 40)]) == [(0, 0, 100, 40)]


def test_two_lines_share_the_room_between_them():
    (_, _, _, high), (_, low, _, _) = grown([(0, 0, 50, 8), (0, 10, 50, 18)])
    assert high == low == 9


BOXES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(
        lambda at: (at[0] * 20.0, at[1] * 12.0, at[0] * 20.0 + 9, at[1] * 12.0 + 7)
    ),
    min_size=2,
    max_size=12,
    unique=True,
)


@given(BOXES)
def test_links_that_lay_apart_do_not_come_to_lie_on_each_other(bounds):
    for one, other in combinations(grown(bounds), 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) < 1e-9
