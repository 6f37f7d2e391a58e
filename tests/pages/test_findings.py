"""The fixed rules behind titles and judgements, each with the cases on both sides of its limit."""

import pytest

from cockpit.components.findings import (
    Status,
    caseload_status,
    change_words,
    flow_summary,
    flow_title,
    good_status,
    rises_title,
    signed_percent,
    stays_title,
)
from tests.pages.test_charts import flow_rows

MORE = "Flere kommer til, end der går fra"
FEWER = "Flere går fra, end der kommer til"
PLAIN = "Til- og afgang"


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([(200, 7, 3), (204, 6, 4)], MORE),
        ([(200, 3, 7), (196, 4, 6)], FEWER),
        ([(200, 5, 5)], PLAIN),
        ([(200, 8, 5)], PLAIN),  # three of two hundred is no finding
        ([(200, 9, 5)], MORE),  # two per cent is
        ([(0, 1, 0)], MORE),
        ([(10, 0, 1)], FEWER),
        ([], PLAIN),
    ],
)
def test_flow_title(rows: list[tuple[int, int, int]], title: str) -> None:
    assert flow_title(flow_rows(*rows)) == title


def test_flow_summary_tells_the_whole_period() -> None:
    words = flow_summary(flow_rows((200, 7, 3), (204, 6, 4)))
    assert words == "Bestanden gik fra 200 til 206 borgere: 13 kom til, og 7 gik fra."
    assert flow_summary([]) == "Ingen forløb i perioden."


@pytest.mark.parametrize(
    ("medians", "title"),
    [
        ([400, 500], "Opholdene efter § 107 bliver længere"),
        ([500, 400], "Opholdene efter § 107 bliver kortere"),
        ([400, 430], "Opholdene efter § 107 varer omtrent lige længe"),
        ([400, None], "Hvor længe varer et ophold?"),
        ([400, 420, None], "Opholdene efter § 107 varer omtrent lige længe"),
        ([], "Hvor længe varer et ophold?"),
    ],
)
def test_stays_title(medians: list[int | None], title: str) -> None:
    rows = [{"median_days": median, "ended": 10} for median in medians]
    assert stays_title(rows, "efter § 107") == title


def test_few_ended_stays_are_no_finding() -> None:
    rows = [{"median_days": 400, "ended": 10}, {"median_days": 900, "ended": 2}]
    assert stays_title(rows, "efter § 107") == "Hvor længe varer et ophold?"


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([1.0, 1.1, 1.2], "Prisen stiger hvert år"),
        ([1.2, 1.1, 1.0], "Prisen falder hvert år"),
        ([1.0, 1.2, 1.1], "Pris"),
        ([1.0, 1.2], "Pris"),
        ([1.0, None, 1.2, 1.3], "Pris"),
    ],
)
def test_rises_title(values: list[float | None], title: str) -> None:
    assert rises_title(values, "Prisen", "Pris") == title


def test_change_words() -> None:
    assert change_words(214, 203, "oktober 2025") == "+11 siden oktober 2025 (+5,4 pct.)"
    assert change_words(203, 214, "2025") == "−11 siden 2025 (−5,1 pct.)"
    assert change_words(10, 10, "2025") == "Uændret siden 2025"
    assert change_words(3, 0, "2025") == "+3 siden 2025"
    assert change_words(3, None, "2025") == "Intet tal fra 2025 at sammenligne med"


def test_signed_percent() -> None:
    assert [signed_percent(share) for share in (0.031, -0.031, 0.0001, None)] == [
        "+3,1 pct.",
        "−3,1 pct.",
        "0,0 pct.",
        "–",
    ]


def test_good_status_follows_the_definition() -> None:
    assert good_status("lower", 0.05, "2025") == Status("watch", "Højere end 2025")
    assert good_status("lower", -0.05, "2025") == Status("ok", "Lavere end 2025")
    assert good_status("higher", -0.05, "2025") == Status("watch", "Lavere end 2025")
    assert good_status("lower", 0.004, "2025") == Status("ok", "Som i 2025")
    assert good_status("neutral", 0.5, "2025") is None
    assert good_status("lower", None, "2025") is None


def test_caseload_status() -> None:
    assert caseload_status("over") == Status("breach", "Over det vejledende")
    assert caseload_status("no_guideline") is None
