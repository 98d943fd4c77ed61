"""Dates as people and spreadsheets write them, and when their order is known."""

import datetime

import pytest

from cardgen.documents.dates import ORDERS, is_in_numbers, orders_of, read_date, settled
from cardgen.documents.numerals import plain_number
from cardgen.model.findings import ValueRefusedError

DMY, MDY, YMD = ORDERS
DAY = datetime.date(2026, 11, 22)
TODAY = datetime.date(2026, 11, 29)
ALIKE = (
    "2026-11-22",
    "2026/11/22",
    "2026. 11. 22.",
    "22/11/2026",
    "11/22/2026",
    "22.11.2026",
    "22. 11. 2026",
    "22.11.26",
    "22-11-2026",
    "46348",
    "46348.0",
    "22 Nov 2026",
    "22-Nov-26",
    "22nd November 2026",
    "Nov 22, 2026",
    "November 22 2026",
    "Sunday, November 22, 2026",
    "2026-11-22 00:00:00",
    "2026-11-22T00:00:00.000Z",
    "11/22/2026 12:00:00 AM",
    "22/11/2026 0:00",
)


@pytest.mark.parametrize("words", ALIKE)
def test_one_day_in_many_ways(words):
    assert read_date(words, None, None) == DAY


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("05/06/2026", DMY, (2026, 6, 5)),
        ("05/06/2026", MDY, (2026, 5, 6)),
        ("05/06/26", DMY, (2026, 6, 5)),
        ("26/05/06", YMD, (2026, 5, 6)),
        ("26-05-06", YMD, (2026, 5, 6)),
        ("05.06.2026", None, (2026, 6, 5)),
        ("05/05/2026", None, (2026, 5, 5)),
        ("today", None, (2026, 11, 29)),
        ("Today", MDY, (2026, 11, 29)),
        ("29 Feb 2028", None, (2028, 2, 29)),
    ],
)
def test_the_order_is_that_which_is_known(words, order, day):
    assert read_date(words, order, TODAY) == datetime.date(*day)


@pytest.mark.parametrize(
    ("words", "order", "said"),
    [
        ("05/06/2026", None, "'05/06/2026' may be 2026-06-05 or 2026-05-06"),
        ("22-11-26", None, "'22-11-26' may be 2026-11-22 or 2022-11-26"),
        ("22/11/2026", MDY, "expected month-day-year, found '22/11/2026'"),
        ("22/13/2026", None, "expected a date such as 2026-11-22, found '22/13/2026'"),
        ("31.11.2026", DMY, "there is no 31 November"),
        ("2026-11-22 10:30", None, "expected a date"),
        ("11/22/2026 12:00:00 PM", None, "expected a date"),
        ("22 Brumaire 2026", None, "expected a date"),
        ("soon", None, "expected a date"),
        ("463", None, "expected a date"),
    ],
)
def test_what_may_be_two_days_or_is_none_is_refused(words, order, said):
    with pytest.raises(ValueRefusedError) as caught:
        read_date(words, order, None)
    assert str(caught.value).startswith(said)
    assert caught.value.remedy


def test_today_is_a_day_only_where_it_is_known():
    with pytest.raises(ValueRefusedError):
        read_date("today", None, None)


@pytest.mark.parametrize(
    ("cells", "orders"),
    [
        (["05/06/2026"], {DMY, MDY}),
        (["05/06/2026", "22/11/2026"], {DMY}),
        (["05/06/2026", "11/22/2026"], {MDY}),
        (["05/06/26", "2026-11-22", "soon", "05/05/2026"], {DMY, MDY}),
        (["01-02-03"], {DMY, MDY, YMD}),
        (["05.06.2026"], {DMY}),
        (["22/11/2026", "11/22/2026"], set()),
        (["2026-11-22"], {DMY, MDY, YMD}),
    ],
)
def test_a_column_settles_the_order_where_one_of_its_cells_does(cells, orders):
    assert settled(cells) == orders


def test_every_day_is_read_back_in_each_order():
    day = datetime.date(2023, 12, 30)
    forms = {DMY: "%d/%m/%Y", MDY: "%m/%d/%Y"}
    while day < datetime.date(2025, 1, 3):
        for order, form in forms.items():
            words = day.strftime(form)
            assert read_date(words, order, None) == day
            assert not orders_of(words) or order in orders_of(words)
        serial = str((day - datetime.date(1899, 12, 30)).days)
        assert read_date(serial, None, None) == day
        day += datetime.timedelta(days=1)


def test_words_are_no_dates():
    assert not any(
        map(is_in_numbers, ("in a week", "Dec 1", "today", "12/1", "2026", "Nov 22, 2026"))
    )


@pytest.mark.parametrize(
    ("words", "decimal", "plain"),
    [
        ("20.0", ".", "20"),
        ("20.0", ",", "20"),
        ("2,5", ",", "2.5"),
        ("2,5", ".", "2.5"),
        ("2.500", ".", "2.5"),
        ("2,500", ",", "2.5"),
        ("0.125", "", "0.125"),
        ("-3,50", "", "-3.5"),
        ("20", ".", "20"),
        ("1.5 kg", ".", "1.5 kg"),
        ("1,2,3", ".", "1,2,3"),
    ],
)
def test_numbers_by_the_convention_of_their_file(words, decimal, plain):
    assert plain_number(words, decimal) == plain


@pytest.mark.parametrize(("words", "decimal"), [("1,500", "."), ("1.500", ","), ("1.500", "")])
def test_what_may_be_two_numbers_is_refused(words, decimal):
    with pytest.raises(ValueRefusedError, match="may be two numbers") as caught:
        plain_number(words, decimal)
    assert caught.value.remedy == "Write 1500, or 1.5"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("31.02.2026", "there is no 31 February in that year"),
        ("02/31/2026", "there is no 31 February in that year"),
        ("2027-02-29", "there is no 29 February in that year"),
        ("31 Nov 2026", "there is no 31 November in that year"),
        ("Nov 31, 2026", "there is no 31 November in that year"),
        ("Mon, 31 Nov 2026", "there is no 31 November in that year"),
        ("45.13.2026", "expected a date such as 2026-11-22, found '45.13.2026'"),
        ("31 Foo 2026", "expected a date such as 2026-11-22, found '31 Foo 2026'"),
    ],
)
def test_a_day_that_there_is_not_is_told_to_be_none(words, said):
    with pytest.raises(ValueRefusedError) as refused:
        read_date(words, None, None)
    assert (str(refused.value), refused.value.remedy) == (said, "Write it as 2026-11-22")
