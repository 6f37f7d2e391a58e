"""Every meaning of "borgere i botilbud" is shown once, told in words, and the one in use is marked."""

from datetime import date

import pytest

from cockpit.components.arranged import as_meanings
from cockpit.components.filters import Filters
from cockpit.components.residential import (
    MeaningGroup,
    in_use,
    left_out,
    meaning_groups,
    residential_only,
    section_of,
)
from cockpit.components.section_ages import in_order, section_ages, short_name
from tests.pages.made_answers import AS_OF, OPTIONS, made

FILTERS = Filters(start=date(2022, 1, 1), end=AS_OF)
ROWS = (
    ("unique_in_year", 248.0), ("now", 214.0), ("spells_started_in_year", 44.0),
    ("spells_ended_in_year", 36.0), ("acting_now", 224.0), ("paying_now", 214.0),
    ("own_providers_now", 182.0), ("sold_now", 84.0),
    ("bought_other_municipality_now", 50.0), ("bought_region_now", 15.0), ("bought_private_now", 50.0),
    ("section_SEL_107_now", 82.0), ("section_SEL_108_now", 102.0), ("section_SEL_85-bl_now", 30.0),
    ("full_year_persons", 174.79), ("per_1000_adults_now", 5.2),
)  # fmt: skip
ANSWER = made("residential_count", "definition value", *ROWS, on="2026-10-31")


def groups(filters: Filters = FILTERS) -> list[MeaningGroup]:
    return meaning_groups(ANSWER, filters, OPTIONS)


def test_every_meaning_stands_once_with_its_number_and_a_sentence() -> None:
    shown = [one for group in groups() for one in group.meanings]
    values = {one.definition: one.value for one in shown}
    # What is plainly counted now is what we pay for: by definition the same number.
    assert values == {name: value for name, value in ROWS if name != "now"}
    assert len(shown) == len(values)
    assert all(one.sentence for one in shown)
    assert all("{" not in one.sentence for one in shown)


def test_groups_are_titled_by_the_day() -> None:
    assert [group.title for group in groups()] == [
        "Lige nu, 31-10-2026", "I løbet af 2026", "Hvor de bor, lige nu", "Efter paragraf, lige nu",
        "I forhold til befolkningen, lige nu",
    ]  # fmt: skip
    earlier = groups(Filters(start=date(2022, 1, 1), end=date(2025, 6, 30)))
    assert earlier[0].title == "Den 30-06-2025"
    assert earlier[2].title == "Hvor de bor, den 30-06-2025"
    # The year of an earlier day is whole in the extracts, and told so.
    assert earlier[1].meanings[0].sentence.startswith("Hver borger tæller én gang i 2025,")


def test_bars_are_shares_of_the_largest_count() -> None:
    shares = {one.definition: one.share for group in groups() for one in group.meanings}
    assert shares["unique_in_year"] == 1
    assert shares["paying_now"] == pytest.approx(214 / 248)
    assert shares["per_1000_adults_now"] is None


def test_a_meaning_not_delivered_is_left_out_and_a_new_one_is_not_lost() -> None:
    answer = made("residential_count", "definition value", ("paying_now", 0.0), ("brand_new", 7.0))
    shown = meaning_groups(answer, FILTERS, OPTIONS)
    assert [one.definition for group in shown for one in group.meanings] == ["paying_now", "brand_new"]


def filters(**more: tuple[str, ...] | str) -> Filters:
    return Filters(**{"start": FILTERS.start, "end": AS_OF, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chosen", "used"),
    [
        (filters(), "paying_now"),
        (filters(groups=("botilbud",)), "paying_now"),
        (filters(role="acting"), "acting_now"),
        (filters(role="all"), ""),
        (filters(sections=("SEL 85-bl",)), "section_SEL_85-bl_now"),
        (filters(sections=("SEL 107",), role="acting"), ""),
        (filters(sections=("SEL 107", "SEL 108")), ""),
        (filters(groups=("botilbud",), sections=("SEL 107",)), ""),
        (filters(groups=("botilbud", "BPA")), ""),
        (filters(areas=("voksne",)), ""),  # Overblik then counts every service of the area
        (filters(areas=("voksne",), groups=("botilbud",)), "paying_now"),
    ],
)
def test_the_meaning_overblik_uses(chosen: Filters, used: str) -> None:
    assert in_use(chosen) == used
    marked = [one.definition for group in groups(chosen) for one in group.meanings if one.in_use]
    assert marked == ([used] if used else [])


def test_the_page_keeps_to_residential_care() -> None:
    assert residential_only(filters(), OPTIONS).groups == ("botilbud",)
    one = residential_only(filters(sections=("SEL 107", "SEL 85")), OPTIONS)
    assert (one.sections, one.groups) == (("SEL 107",), ())
    none = residential_only(filters(groups=("BPA",), sections=("SEL 85",)), OPTIONS)
    assert (none.sections, none.groups) == ((), ("botilbud",))
    assert left_out(filters(groups=("BPA", "botilbud"), sections=("SEL 107", "SEL 85")), OPTIONS) == [
        "BPA",
        "§ 85",
    ]


def test_section_of() -> None:
    assert section_of("section_SEL_85-bl_now") == "SEL 85-bl"
    assert section_of("sold_now") is None


def test_the_file_holds_the_screens_meanings() -> None:
    file = as_meanings(ANSWER, OPTIONS)
    assert [row["value"] for row in file.rows] == [one.value for group in groups() for one in group.meanings]
    assert file.rows[0]["Det betyder"].startswith("Bor i botilbud på dagen, og kommunen betaler.")


AGES = "age_band by_value citizens"


def test_ages_leave_out_empty_bands_at_the_ends_only() -> None:
    rows = [
        ("under 18", "SEL 108", 0), ("under 18", "SEL 107", 0), ("18-24", "SEL 107", 4),
        ("25-34", "SEL 108", 0), ("67+", "SEL 108", 2), ("uoplyst", "SEL 108", 0),
    ]  # fmt: skip
    ages = section_ages(made("age_intervals", AGES, *rows, by="section"), OPTIONS)
    assert ages.bands == ("18–24", "25–34", "67+")
    assert ages.counts == {"SEL 107": [4, 0, 0], "SEL 108": [0, 0, 2]}
    assert section_ages(made("age_intervals", AGES, rows[0], by="section"), OPTIONS).bands == ()


def test_sections_keep_their_order_and_a_short_name() -> None:
    assert in_order(["SEL 85-bl", "X 9", "SEL 107", "SEL 85-bl"], OPTIONS) == ["SEL 107", "SEL 85-bl", "X 9"]
    assert short_name("SEL 85-bl", OPTIONS) == "§\u00a085"
    assert short_name("X 9", OPTIONS) == "X 9"
