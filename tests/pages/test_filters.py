"""The address holds the filters: what it says is kept, what it cannot mean is told and left out."""

from datetime import date

import pytest

from cockpit.components.address import address, changed, filters_only, query_of
from cockpit.components.filter_bar import period_text
from cockpit.components.filters import Filters, parameters_for, query_for, read_filters
from cockpit.components.options import Options, Section
from cockpit.components.scope import counted, with_default_group, with_temporary_homes
from cockpit.keyfigures import catalogue

AS_OF = date(2026, 10, 31)
OPTIONS = Options(
    as_of=AS_OF,
    areas=("børn og unge", "voksne"),
    groups=("botilbud", "BPA"),
    sections=(
        Section("SEL 107", "§ 107", "Midlertidigt botilbud", "botilbud", "voksne", False),
        Section("SEL 108", "§ 108", "Længerevarende botilbud", "botilbud", "voksne", False),
    ),
    owners=("own", "private"),
    providers={},
)


def read(search: str) -> Filters:
    return read_filters(query_of(search), OPTIONS).filters


def notices(search: str) -> tuple[str, ...]:
    return read_filters(query_of(search), OPTIONS).notices


def test_nothing_asked_for_is_five_years_of_what_we_pay_for() -> None:
    filters = read("")
    assert (filters.start, filters.end, filters.role) == (date(2022, 1, 1), AS_OF, "paying")
    assert filters.unscoped
    assert filters.count() == 0


def test_every_filter_is_read() -> None:
    filters = read(
        "?omraade=voksne&paragraf=SEL%20107,SEL%20108&ejer=own&fra=2024-02&til=2025-03&kommune=all"
    )
    assert filters == Filters(
        start=date(2024, 2, 1),
        end=date(2025, 3, 31),
        areas=("voksne",),
        sections=("SEL 107", "SEL 108"),
        owners=("own",),
        role="all",
        period_set=True,
    )
    assert filters.count() == 5


def test_filters_are_written_as_they_are_read() -> None:
    search = "?omraade=voksne&paragraf=gruppe:botilbud,SEL%20107&ejer=own&fra=2024-02&til=2025-03&kommune=all"
    filters = read(search)
    assert read(address("", query_for(filters))) == filters


def test_a_command_lines_parameters_are_the_same_filters() -> None:
    assert read("?group=botilbud&role=acting") == read("?paragraf=gruppe:botilbud&kommune=acting")
    assert read("?area=voksne&section=SEL+107&owner=own") == read("?omraade=voksne&paragraf=SEL 107&ejer=own")


@pytest.mark.parametrize(
    ("search", "words"),
    [
        ("?omraade=alle", "»alle« findes ikke under Område"),
        ("?paragraf=SEL%20999", "»SEL 999« findes ikke under Paragraf"),
        ("?paragraf=gruppe:x", "»x« findes ikke under Paragraf"),
        ("?ejer=staten", "»staten« findes ikke under Ejer"),
        ("?kommune=andre", "»andre« findes ikke under Kommune"),
        ("?fra=2024", "»2024« er ikke en måned"),
        ("?fra=2024-13", "»2024-13« er ikke en måned"),
        ("?fra=2025-05&til=2024-05", "begynder, efter at den slutter"),
        ("?til=2030-01", "afkortet til 31-10-2026"),
        ("?omraade=0101901234", "(værdien vises ikke) findes ikke"),
    ],
)
def test_what_the_address_cannot_mean_is_told(search: str, words: str) -> None:
    (notice,) = notices(search)
    assert words in notice
    assert read(search).end <= AS_OF


def test_known_values_beside_an_unknown_one_stay() -> None:
    assert read("?ejer=own,staten").owners == ("own",)


def test_a_period_ends_no_later_than_the_data() -> None:
    assert read("?fra=2026-01&til=2026-12").end == AS_OF
    assert read("?til=2026-10").end == AS_OF
    assert notices("?til=2026-10") == ()


def test_an_early_end_alone_gives_a_year_before_it() -> None:
    assert (read("?til=2020-06").start, read("?til=2020-06").end) == (date(2019, 6, 1), date(2020, 6, 30))


def test_filters_become_the_parameters_that_a_figure_takes() -> None:
    filters = read("?paragraf=gruppe:botilbud&ejer=own&fra=2024-02&til=2025-03")
    assert parameters_for(catalogue()["stock_flow"], filters) == {
        "group": "botilbud",
        "owner": "own",
        "role": "paying",
        "from": "2024-02-01",
        "to": "2025-03-31",
    }
    assert parameters_for(catalogue()["caseload"], filters) == {"on": "2025-03-31"}
    assert parameters_for(catalogue()["cost"], filters)["from_year"] == "2024"


def test_residential_care_where_nothing_is_chosen() -> None:
    assert with_default_group(read("")).groups == ("botilbud",)
    assert with_default_group(read("?omraade=voksne")).groups == ()
    assert with_temporary_homes(read("")).sections == ("SEL 107",)
    assert with_temporary_homes(read("?paragraf=gruppe:BPA")).sections == ()


def test_what_is_counted_in_words() -> None:
    assert (
        counted(read("?paragraf=gruppe:botilbud"), OPTIONS) == "Borgere i botilbud, som kommunen betaler for"
    )
    words = counted(read("?paragraf=SEL 107,SEL 108&ejer=own&kommune=all"), OPTIONS)
    assert words.replace("\u00a0", " ") == "Borgere efter § 107 og § 108 hos egne tilbud, uanset betaler"


def test_addresses() -> None:
    assert address("/", {"a": "SEL 107,x", "b": None, "c": ""}) == "/?a=SEL%20107,x"
    assert address("/x", {}) == "/x"
    assert filters_only({"omraade": "voksne", "opdeling": "aar"}) == {"omraade": "voksne"}


def test_choosing_a_period_overrules_exact_dates() -> None:
    query = query_of("?from=2022-01-05&on=2024-01-01&by=area")
    assert address("", changed(query, fra="2024-01", til="2024-12")) == "?by=area&fra=2024-01&til=2024-12"


def test_period_text() -> None:
    assert period_text(date(2022, 1, 1), AS_OF, AS_OF) == "2022–2026"
    assert period_text(date(2025, 1, 1), date(2025, 12, 31), AS_OF) == "2025"
    assert period_text(date(2025, 2, 1), date(2025, 12, 31), AS_OF) == "feb. 2025 – dec. 2025"
