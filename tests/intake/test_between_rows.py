"""Rules between rows and between extracts: duplicates, keys, references, rates that overlap."""

import random
from datetime import date, timedelta

import pytest

from tests.intake.conftest import Checker, Loader, Rows
from tests.intake.deliveries import GOOD, counts, only, with_lines


def test_the_good_delivery_is_good(checked: Checker) -> None:
    report = checked(GOOD)
    assert not report.rejected
    assert not report.warnings
    assert not report.refusals


def test_of_exact_duplicates_one_is_kept_however_they_are_written(checked: Checker) -> None:
    copies = ("S1;2024-01-01;-; 1500 ;DAY;base", "S1;01.01.2024;NULL;1.500;døgn;Base")
    report = checked(with_lines("rates", *copies))
    assert counts(report, "rates") == (5, 3, 0, 0, 2)
    assert only(report.warnings, "duplicate") == [(5, ""), (6, "")]


def test_one_different_row_tears_a_key_also_from_duplicates(checked: Checker) -> None:
    report = checked(with_lines("providers", "T3;Tre;own;;", "T3;Tre;own;;", "T3;Tre;region;;"))
    assert counts(report, "providers") == (5, 2, 3, 0, 0)


def test_a_row_rejected_for_another_reason_still_tears_the_key(checked: Checker) -> None:
    report = checked(with_lines("providers", "T3;Tre;own;;", "T3;Tre;stat;;"))
    assert only(report.rejected, "key_conflict") == [(4, "provider_id"), (5, "provider_id")]
    unread = checked(with_lines("providers", "T3;Tre;own;;", "T3;Tre;own;33;"))
    assert counts(unread, "providers") == (4, 2, 2, 0, 0)


def test_a_key_of_two_columns(checked: Checker) -> None:
    report = checked(with_lines("capacity", "T1;01-01-2021;;5", "T2;01-01-2021;;5", "T1;01-01-2021;;6"))
    assert only(report.rejected, "key_conflict") == [(3, "provider_id"), (5, "provider_id")]
    assert "»T1 01-01-2021«" in report.rejected[0].message


def test_citizen_ids_are_one_person_with_and_without_hyphen(checked: Checker) -> None:
    texts = with_lines("citizens", "0102031234;01-02-1903;k;;;", "010203-1234;01-02-1903;m;;;")
    report = checked(texts | {"services": GOOD["services"] + "S9;010203 1234;SEL;107;;01-01-2024;\n"})
    assert len(only(report.rejected, "key_conflict")) == 2
    assert only(report.rejected, "parent_rejected") == [(5, "citizen_id")]


def test_a_fall_goes_on_to_the_children_and_does_not_count(checked: Checker) -> None:
    texts = with_lines("citizens", "B4;01-02-80;;;;") | {
        "services": GOOD["services"] + "S4;B4;SEL;107;;01-01-2024;\n",
        "rates": GOOD["rates"] + "S4;01-01-2024;;100;day;base\nS4;01-06-2024;;100;day;base\n",
    }
    report = checked(texts)
    assert counts(report, "services") == (4, 3, 0, 1, 0)
    # The two base rates overlap, but they fall with their service: nobody need mend them.
    assert counts(report, "rates") == (5, 3, 0, 2, 0)
    assert [row.counts for row in report.rejected] == [True, False, False, False]


def test_a_parent_with_too_many_fields_is_a_rejected_parent(checked: Checker) -> None:
    texts = with_lines("citizens", "B4;01-02-1980;;;;;;")
    report = checked(texts | {"services": GOOD["services"] + "S4;B4;SEL;107;;01-01-2024;\n"})
    assert counts(report, "services") == (4, 3, 0, 1, 0)


def test_base_rates_may_follow_each_other_and_supplements_may_overlap(checked: Checker) -> None:
    report = checked(with_lines(
        "rates", "S3;01-01-2024;31-03-2024;1;day;base", "S3;01-04-2024;;1;day;base",
        "S3;01-01-2024;;5;day;supplement", "S3;01-02-2024;;6;day;supplement",
    ))  # fmt: skip
    assert not report.rejected


def test_a_long_base_rate_overlaps_every_rate_within_it(checked: Checker) -> None:
    report = checked(with_lines(
        "rates", "S3;01-01-2024;;1;day;base", "S3;01-02-2024;28-02-2024;2;day;base",
        "S3;01-05-2024;31-05-2024;3;day;base",
    ))  # fmt: skip
    assert [line for line, _ in only(report.rejected, "overlapping_rates")] == [5, 6, 7]


def test_only_otherwise_good_base_rates_overlap(checked: Checker) -> None:
    report = checked(with_lines("rates", "S3;01-01-2024;;1;day;base", "S3;01-02-2024;;2.50;day;base"))
    assert [row.rule for row in report.rejected] == ["number"]


def test_caseworkers_may_follow_each_other_on_a_case(checked: Checker) -> None:
    report = checked(with_lines(
        "case_assignments", "C5;B1;R1;voksne;01-01-2024;31-05-2024;;", "C5;B1;R2;voksne;01-06-2024;;;",
        "C6;B1;R1;voksne;01-01-2024;01-06-2024;;", "C6;B1;R2;voksne;01-06-2024;;;",
    ))  # fmt: skip
    assert only(report.warnings, "two_caseworkers") == [(7, "case_id")]


def test_the_municipalitys_own_sections_win(loaded: Loader, rows: Rows, settings: object) -> None:
    from cockpit.settings import Settings

    assert isinstance(settings, Settings)
    settings.reference_dir.mkdir(parents=True)
    (settings.reference_dir / "sections.csv").write_text(
        "law;section;label_da;name_da;group;area;valid_from;valid_to;successor;source\n"
        "SEL;107;§ 107 hos os;Vores navn;botilbud;voksne;;;;own\n"
        "SEL;117B;§ 117b;Vores egen;botilbud;voksne;;;;own\n",
        encoding="utf-8",
    )
    loaded(with_lines("services", "S4;B1;sel;117B;;01-01-2024;"))
    assert rows("select law, section from extract_services where service_id = 'S4'") == [
        {"law": "SEL", "section": "117b"}
    ]
    names = rows("select label_da from reference_section where section in ('107', '117b') order by 1")
    assert [row["label_da"] for row in names] == ["§ 107 hos os", "§ 117b"]


def _random_rates(chance: random.Random) -> list[tuple[str, date, date | None, str]]:
    """Service, first and last day, kind: runs that follow each other, gaps, overlaps and copies."""
    rates: list[tuple[str, date, date | None, str]] = []
    for service in ("S1", "S2", "S3"):
        first = date(2024, 1, 1)
        for _ in range(chance.randrange(6)):
            last = first + timedelta(days=chance.randrange(5))
            kind = "base" if chance.random() < 0.8 else "supplement"
            rates.append((service, first, None if chance.random() < 0.1 else last, kind))
            first = last + timedelta(days=chance.choice([1, 1, 1, 1, 0, 2, -3]))
    return rates + [rate for rate in rates if chance.random() < 0.1]


@pytest.mark.parametrize("seed", range(25))
def test_rates_that_overlap_are_those_that_share_a_day(checked: Checker, seed: int) -> None:
    rates = _random_rates(random.Random(seed))
    random.Random(seed).shuffle(rates)
    lines = [f"{service};{first};{last or ''};1;day;{kind}" for service, first, last, kind in rates]
    report = checked(GOOD | {"rates": GOOD["rates"].split("\n")[0] + "\n" + "\n".join([*lines, ""])})
    copies = [number for number, rate in enumerate(rates) if rate in rates[:number]]
    once = [number for number in range(len(rates)) if number not in copies]
    overlapping = [
        number for number in once
        if any(_share_a_day(rates[number], rates[other]) for other in once if other != number)
    ]  # fmt: skip
    assert [line for line, _ in only(report.warnings, "duplicate")] == [number + 2 for number in copies]
    assert [line for line, _ in only(report.rejected, "overlapping_rates")] == [
        number + 2 for number in overlapping
    ]


def _share_a_day(one: tuple[str, date, date | None, str], other: tuple[str, date, date | None, str]) -> bool:
    return (
        one[0] == other[0] and one[3] == other[3] == "base"
        and one[1] <= (other[2] or date.max) and other[1] <= (one[2] or date.max)
    )  # fmt: skip
