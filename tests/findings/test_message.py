"""The rules of a sheet's message: each with cases that fire it, and cases that must not."""

from dataclasses import replace

import pytest

from cockpit.findings.message import (
    Course,
    Values,
    beside_others,
    changed,
    changed_over,
    crossed,
    dear_share,
    gained,
    kept_share,
    more_in_than_out,
    moved_most,
    outside_band,
    over_budget,
    record,
    share_told,
)

COUNT = Course("Antal borgere", (178, 185, 194, 206, 214), 2026)
PRICE = Course("Prisen", (981.0, 1010.0, 1073.0, 1120.0), 2025, counts=False)


@pytest.mark.parametrize(
    ("values", "years", "told"),
    [
        ((100, 112), 1, "Antal borgere er steget med 12 pct. på et år"),
        ((100, 88), 1, "Antal borgere er faldet med 12 pct. på et år"),
        ((100, 104), 1, None),
        ((100, 105), 1, "Antal borgere er steget med 5 pct. på et år"),
        ((40, 42), 1, None),  # two citizens are five pct.
        ((113, 100, 112), 1, None),  # it has been as high before
        ((87, 100, 100, 88), 1, None),  # and as low
        ((48, 47, 48, 45, 50), 1, None),  # two more than before are no change
        ((111, 100, 112), 1, None),
        ((109, 100, 112), 1, "Antal borgere er steget med 12 pct. på et år"),
        ((91, 100, 88), 1, "Antal borgere er faldet med 12 pct. på et år"),
        ((500, 480, 509), 1, None),  # nine more, but not two pct.
        ((None, 100, 112), 1, "Antal borgere er steget med 12 pct. på et år"),
        ((100, 108, 112), 2, "Antal borgere er steget med 12 pct. på to år"),
        ((100, 103, 107), 2, None),
        ((100, 116, 112), 2, None),  # it has turned
        ((100, 113, 112), 2, "Antal borgere er steget med 12 pct. på to år"),  # less than two pct. back
        ((100, 100, 100, 100, 115), 4, "Antal borgere er steget med 15 pct. på fire år"),
        ((100, 100, 100, 100, 114), 4, None),
        ((100, None, 112), 2, None),  # whether it has turned is hidden
        ((None, 100, 112), 2, None),
        ((0, 5, 9), 2, None),
        ((100,), 1, None),
        ((), 1, None),
    ],
)
def test_a_change_over_years(values: Values, years: int, told: str | None) -> None:
    assert changed_over(replace(COUNT, values=values), years) == told


def test_a_change_up_to_a_day_within_the_year_is_told_by_the_year_before() -> None:
    told = changed_over(replace(COUNT, whole=False), 2)
    assert told == "Antal borgere er steget med 10 pct. siden udgangen af 2024"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((100, 100, 106, 112), "på to år"),
        ((100, 103, 106, 112), "på to år"),
        ((108, 106, 106, 112), "på et år"),
        ((112, 106, 106, 112), None),
        ((100, 104, 108, 112, 116), "på fire år"),
        ((100, 101, 100, 101, 100), None),
    ],
)
def test_two_years_go_before_one_and_one_before_four(values: Values, told: str | None) -> None:
    found = changed(replace(COUNT, values=values))
    assert found is None if told is None else found is not None and found.endswith(told)


def test_a_price_needs_no_citizens() -> None:
    assert changed_over(replace(PRICE, values=(1.05, 1.0, 1.06)), 1) is None
    assert changed_over(replace(PRICE, values=(1.0, 1.06)), 1) == "Prisen er steget med 6 pct. på et år"


@pytest.mark.parametrize(
    ("parts", "most"),
    [
        ({"efter § 107": (72, 81, 82), "efter § 108": (90, 93, 102), "andre": (32, 32, 30)}, "efter § 108"),
        ({"efter § 107": (90, 95, 100), "efter § 108": (104, 111, 114)}, None),  # each half
        ({"efter § 107": (72, 81, None), "efter § 108": (90, 93, 110)}, None),  # the hidden one may be it
        ({"efter § 107": (0, 81, 82), "efter § 108": (194, 125, 132)}, None),  # one is new
        ({"efter § 107": (82, 81, 0), "efter § 108": (112, 125, 214)}, None),  # one is gone
        ({"efter § 107": (194, 206, 214)}, None),  # it is the whole
        ({}, None),
    ],
)
def test_the_part_that_moved_most(parts: dict[str, Values], most: str | None) -> None:
    assert moved_most(replace(COUNT, parts=parts), 2) == most


def test_the_part_stands_in_the_message() -> None:
    parts = {"efter § 107": (72, 81, 82), "efter § 108": (90, 93, 102), "andre": (32, 32, 30)}
    told = changed(replace(COUNT, parts=parts))
    assert told == "Antal borgere er steget med 10 pct. på to år, mest efter § 108"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((5, 4, 6, 3, 7), "Antal borgere er på det højeste i de fem viste år"),
        ((5, 4, 6, 3, 2), "Antal borgere er på det laveste i de fem viste år"),
        ((5, 4, 7, 3, 7), None),
        ((5, 4, 6, 3, 5), None),
        ((5, 4, None, 3, 7), None),
        ((4, 6, 3, 7), None),
    ],
)
def test_a_record(values: Values, told: str | None) -> None:
    assert record(replace(COUNT, values=values)) == told


@pytest.mark.parametrize(
    ("values", "targets", "good", "told"),
    [
        ((200, 210), {2025: 208, 2026: 208}, "lower", "Antal borgere er kommet over målet på 208"),
        ((210, 208), {2025: 208, 2026: 208}, "lower", "Antal borgere har nået målet på 208"),
        ((96, 94), {2025: 95, 2026: 95}, "higher", "Antal borgere er kommet under målet på 208"),
        ((94, 95), {2025: 95, 2026: 95}, "higher", "Antal borgere har nået målet på 208"),
        ((200, 207), {2025: 208, 2026: 208}, "lower", None),
        ((209, 210), {2025: 208, 2026: 208}, "lower", None),
        ((209, 210), {2025: 210, 2026: 208}, "lower", "Antal borgere er kommet over målet på 208"),
        ((200, 210), {2026: 208}, "lower", None),
        ((200, 210), {2025: 208, 2026: 208}, "neutral", None),
        ((None, 210), {2025: 208, 2026: 208}, "lower", None),
        ((200, None), {2025: 208, 2026: 208}, "lower", None),
    ],
)
def test_crossing_a_target(values: Values, targets: dict[int, float], good: str, told: str | None) -> None:
    assert crossed(replace(COUNT, values=values), targets, good, "208") == told


@pytest.mark.parametrize(
    ("came", "went", "told"),
    [
        (55, 43, "Tilgangen til botilbud var større end afgangen i 2025: 55 borgere mod 43"),
        (41, 52, "Tilgangen til botilbud var mindre end afgangen i 2025: 41 borgere mod 52"),
        (1, 4, "Tilgangen til botilbud var mindre end afgangen i 2025: 1 borger mod 4"),
        (45, 43, None),
        (55, None, None),
        (None, 43, None),
    ],
)
def test_more_in_than_out(came: float | None, went: float | None, told: str | None) -> None:
    assert more_in_than_out(came, went, 2025, "botilbud") == told


@pytest.mark.parametrize(
    ("dear", "everyone", "told"),
    [
        ((20, 24), (237, 246), "10 pct. af borgerne fik hjælp til over 2 mio. kr. om året i 2025"),
        ((2, 2), (237, 246), None),
        ((20, None), (237, 246), None),
        ((20, 24), (237, None), None),
        ((), (), None),
    ],
)
def test_the_share_above_a_limit(dear: Values, everyone: Values, told: str | None) -> None:
    assert dear_share(dear, everyone, (2024, 2025), "borgerne") == told


@pytest.mark.parametrize(
    ("own", "others", "told"),
    [
        (5.0, (1.0, 2.0, 3.0, 6.0), "højere end i 3 af de 4"),
        (5.0, (1.0, 5.0, 6.0, 7.0), "lavere end i 2 af de 4"),
        (5.0, (1.0, 2.0, 3.0), "højere end i alle 3"),
        (5.0, (1.0, 6.0, 5.0), None),  # as many above as below
        (5.0, (1.0, 2.0, None), None),
        (5.0, (1.0, 2.0), None),
        (None, (1.0, 2.0, 3.0), None),
    ],
)
def test_beside_others(own: float | None, others: Values, told: str | None) -> None:
    whole = told and f"I 2025 var vores pris {told} kommuner, vi sammenligner os med"
    assert beside_others("vores pris", own, others, 2025) == whole


@pytest.mark.parametrize(
    ("expected", "realised", "told"),
    [
        (
            (2e6, 1e6),
            (1.5e6, None),
            "1,50 mio. kr. i 2026, hvor 3,00 mio. kr.",
        ),
        ((2e6,), (-5e5,), "−500 t.kr. i 2026, hvor 2,00 mio. kr."),
        ((2e6, None), (None, None), None),
        ((None, 0.0), (1e6, 1e6), None),
        ((), (), None),
    ],
)
def test_gains(expected: Values, realised: Values, told: str | None) -> None:
    whole = told and f"Der er opgjort gevinster for {told} var ventet"
    assert gained(expected, realised, 2026) == whole


def test_nothing_and_everything_are_told_only_where_they_are() -> None:
    assert kept_share((0.9, 0.998), 2025) == "99,8 pct. af fristerne blev holdt i 2025"
    assert share_told(7, (0,), "er egne") == "100 pct. er egne"


@pytest.mark.parametrize(
    ("part", "others", "told"),
    [
        (98, (50, 52), "49 pct. er egne"),
        (997, (3,), "99,7 pct. er egne"),
        (3, (997,), "0,3 pct. er egne"),
        (98, (50, None), None),
        (9, (3, -7), None),
        (None, (50, 52), None),
        (0, (0,), None),
    ],
)
def test_a_share(part: float | None, others: Values, told: str | None) -> None:
    assert share_told(part, others, "er egne") == told


@pytest.mark.parametrize(
    ("shares", "told"),
    [((0.9, 0.926), "93 pct. af fristerne blev holdt i 2025"), ((0.9, None), None), ((), None)],
)
def test_the_share_that_was_kept(shares: Values, told: str | None) -> None:
    assert kept_share(shares, 2025) == told


BAND = (20.0, 30.0)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((31.0, 25.0), "Sagstallet er over det vejledende for børn"),
        ((31.0, 35.0), "Sagstallet er over det vejledende for børn og for voksne"),
        ((30.0, 20.0), "Sagstallet er inden for det vejledende på alle områder"),
        ((30.0, 19.0), None),
        ((30.0, None), None),
    ],
)
def test_outside_the_band(values: Values, told: str | None) -> None:
    assert outside_band(("for børn", "for voksne"), values, (BAND, BAND)) == told


def test_without_a_guideline_nothing_is_told() -> None:
    assert outside_band(("Børn",), (99.0,), (None,)) is None
    assert outside_band((), (), ()) is None


@pytest.mark.parametrize(
    ("variances", "told"),
    [
        ((5_837_000.0, -100.0), "Botilbud ventes at bruge 5,84 mio. kr. mere end budgettet"),
        ((-100.0, -200.0), "Ingen konto ventes at bruge mere end budgettet"),
        ((-100.0, None), None),
        ((-100.0, -90.0, 80.0), None),  # of one that is not shown
        ((), None),
    ],
)
def test_over_budget(variances: Values, told: str | None) -> None:
    assert over_budget(dict(zip(("Botilbud", "Dagtilbud"), variances, strict=False)), variances) == told
