"""What is said of flows and stays: fixed rules, with the cases on both sides of each limit."""

import pytest

from cockpit.findings.flow import flow_summary, flow_title, stays_title
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
