"""residential_count, age_intervals and full_year_persons: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)


def test_every_meaning_of_how_many_live_in_residential_care(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107  ; 01-01-2023;           ; own
            B; SEL 108  ; 01-07-2023;           ; private           ; 316; 330
            C; SEL 85-bl; 01-07-2023; 31-12-2023; region
            D; SEL 108  ; 01-01-2023; 30-11-2023; other_municipality
            E; SEL 107  ; 01-07-2023;           ; own               ; 316; 316
            F; SEL 107  ; 01-07-2023;           ; private           ; 330; 316
            G; SEL 85   ; 01-01-2023;           ; own
            """
        ),
        AS_OF,
    )
    # We pay for A to D; E and F are others'; G's section is not residential care. On 30 November A to D are
    # all there. Begun in 2023: A to D. Ended: D (without on 1 December); C's first day without is in 2024.
    # We act for A, C, D and F; B and E are others'. At our own providers: A and E, and E is sold.
    # 2023: A 365 days, B and C 184 each, D 334: 1067 / 365.
    expected = table(
        f"""
        definition                       | value
        unique_in_year                   | 4
        now                              | 4
        spells_started_in_year           | 4
        spells_ended_in_year             | 1
        acting_now                       | 4
        paying_now                       | 4
        own_providers_now                | 2
        sold_now                         | 1
        bought_other_municipality_now    | 1
        bought_region_now                | 1
        bought_private_now               | 1
        section_SEL_85-bl_now            | 1
        section_SEL_107_now              | 1
        section_SEL_108_now              | 2
        full_year_persons                | {1067 / 365}
        """
    )
    assert differences(expected, loaded.run("residential_count on=2023-11-30 year=2023")) == []


def test_residents_per_1000_adults(loader: Loader) -> None:
    services = "\n".join(
        f"{citizen}; SEL 107; 01-01-2023; ; ; ; {payer}" for citizen, payer in (("A", ""), ("B", "316"))
    )
    population = """
        330; 2022; 40; 9000
        330; 2023; 17; 1000
        330; 2023; 18; 150
        330; 2023; 70; 350
        330; 2024; 40; 7000
        316; 2023; 40; 6000
        """
    loaded = loader(by_hand(services=services, population=population), AS_OF)
    # On 1 June 2023 we pay for A. The latest population by then is that of 1 January 2023: 150 + 350 adults.
    rows = loaded.run("residential_count on=2023-06-01 year=2023")
    assert [row["value"] for row in rows if row["definition"] == "per_1000_adults_now"] == [2]


def test_a_section_of_the_municipalitys_own_counts_in_its_group(loader: Loader) -> None:
    own = "law;section;label_da;name_da;group;area;valid_from;valid_to;successor\n"
    own += "SEL;107x;§ 107x;Aflastning;botilbud;voksne;;;\n"
    tables = by_hand(services="A; SEL 107x; 01-01-2023;")
    loaded = loader(tables, AS_OF, reference={"sections.csv": own})
    rows = loaded.run("residential_count on=2024-06-30 year=2024")
    counts = {row["definition"]: row["value"] for row in rows}
    assert (counts["now"], counts["section_SEL_107x_now"], counts["section_SEL_107_now"]) == (1, 1, 0)


CITIZENS = """
    A; 01-07-2006
    B; 30-06-2006
    C; 29-02-2000
    D; 01-01-1957
    E;
    F; 15-05-1999
    """
LIVING = "\n".join(f"{citizen}; SEL 107; 01-01-2023;" for citizen in "ABCDE")


def test_ages_in_completed_years_on_the_day(loader: Loader) -> None:
    loaded = loader(by_hand(services=LIVING, citizens=CITIZENS), AS_OF)
    # 30 June 2024: A turns 18 tomorrow, B today, C is 24, D 67, E's birth date is unknown; F has no service.
    expected = table(
        """
        age_band | by_value | citizens
        under 18 |          | 1
        18-24    |          | 2
        25-34    |          | 0
        35-44    |          | 0
        45-54    |          | 0
        55-66    |          | 0
        67+      |          | 1
        uoplyst  |          | 1
        """
    )
    assert differences(expected, loaded.run("age_intervals on=2024-06-30")) == []


@pytest.mark.parametrize(("day", "age_band"), [("2023-02-28", "18-22"), ("2023-03-01", "23+")])
def test_born_on_29_february_turns_a_year_older_on_1_march(loader: Loader, day: str, age_band: str) -> None:
    loaded = loader(by_hand(services="C; SEL 107; 01-01-2023;", citizens="C; 29-02-2000"), AS_OF)
    rows = loaded.run(f"age_intervals on={day} bands=18,23")
    assert {row["age_band"]: row["citizens"] for row in rows if row["citizens"]} == {age_band: 1}
    assert [row["age_band"] for row in rows] == ["under 18", "18-22", "23+"]


def test_children_have_bands_of_their_own(loader: Loader) -> None:
    loaded = loader(by_hand(services="A; BL 46; 01-01-2024;", citizens="A; 01-07-2012"), AS_OF)
    rows = loaded.run("age_intervals on=2024-06-30 area=børn og unge")
    assert [(row["age_band"], row["citizens"]) for row in rows] == [
        ("0-5", 0),
        ("6-11", 1),
        ("12-17", 0),
        ("18-22", 0),
        ("23+", 0),
    ]


def test_full_year_persons_count_each_day_of_a_citizen_once(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023;
            A; SEL 108; 01-12-2023; 31-12-2023
            B; SEL 107; 01-01-2024; 10-01-2024
            """
        ),
        AS_OF,
    )
    # 2023: A every day; December is in two sections and counts once. 2024, a leap year, up to 30 June: A has
    # 31 + 29 + 31 + 30 + 31 + 30 = 182 days, B 10; still divided by all 366 days of the year.
    expected = table(
        f"""
        year | by_value | citizens | service_days | full_year_persons
        2023 |          | 1        | 365          | 1
        2024 |          | 2        | 192          | {192 / 366}
        """
    )
    by_section = table(
        f"""
        year | by_value | citizens | service_days | full_year_persons
        2023 | SEL 107  | 1        | 365          | 1
        2023 | SEL 108  | 1        | 31           | {31 / 365}
        """
    )
    assert differences(expected, loaded.run("full_year_persons from_year=2023 to_year=2024")) == []
    rows = loaded.run("full_year_persons from_year=2023 to_year=2023 by=section")
    assert differences(by_section, rows) == []
